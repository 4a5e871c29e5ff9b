// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: fmt Qt5Core
#include <QByteArray>
#include <QString>
#include <fmt/format.h>
#include <sstream>
#include <string.h>
#include <string>
#include <wchar.h>

void formatting(int Number) { fmt::format("{}", Number); }

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
