// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: fmt Qt5Core
#include <QByteArray>
#include <QString>
#include <fmt/format.h>
#include <fmt/printf.h>
#include <sstream>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <string>
#include <wchar.h>

void formatting(int Number, char *Text, va_list Values) {
  fmt::format("{}", Number);
  fmt::sprintf("%d", Number);
  QString::asprintf("%d", Number);
  sprintf(Text, "%d", Number);
  snprintf(Text, 9, "%d", Number);
  vsprintf(Text, "%d", Values);
  vsnprintf(Text, 9, "%d", Values);
  asprintf(&Text, "%d", Number);
  vasprintf(&Text, "%d", Values);
}

void terminated(char *To, const char *From, wchar_t *WideTo,
                const wchar_t *WideFrom) {
  strcat(To, From);
  strncat(To, From, 3);
  wcscat(WideTo, WideFrom);
  wcsncat(WideTo, WideFrom, 3);
  strlen(From);
  wcslen(WideFrom);
}

void streams(std::ostringstream &Out, std::stringstream &Both) {
  Out.str();
  Both.str();
}

void finding(const std::string &Text, const QString &Unicode,
             const QByteArray &Bytes) {
  Text.find("x");
  Text.find_first_of("xy");
  Unicode.indexOf("x");
  Bytes.indexOf("x");
}
