// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libxml-2.0 jsoncpp
#include <absl/synchronization/mutex.h>
#include <absl/time/time.h>
#include <google/protobuf/message_lite.h>
#include <json/json.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <pugixml.hpp>
#include <re2/re2.h>
#include <tinyxml2.h>
#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/numfmt.h>
#include <unicode/regex.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <yaml-cpp/yaml.h>

void json(const nlohmann::json &Value, std::istream &In, Json::Value *Root) {
  nlohmann::json::parse("{}");
  Value.dump();
  Json::CharReaderBuilder Builder;
  Json::parseFromStream(Builder, In, Root, nullptr);
}

void xml(pugi::xml_document &Document, pugi::xml_node Node,
         tinyxml2::XMLDocument &Tiny, const char *Text) {
  Document.load_file("file");
  Document.load_string(Text);
  pugi::xpath_query Query("a/b");
  Node.select_nodes("a/b");
  Tiny.LoadFile("file");
  Tiny.Parse(Text);
}

void libxml(const char *Text, xmlXPathContextPtr Context) {
  xmlReadMemory(Text, 1, "", nullptr, 0);
  xmlReadFile("file", nullptr, 0);
  xmlXPathEvalExpression(BAD_CAST "a/b", Context);
  xmlXPathCompile(BAD_CAST "a/b");
}

void yaml() {
  YAML::Load("a: b");
  YAML::LoadFile("file");
}

void expressions(const std::string &Text, UErrorCode &Status) {
  re2::RE2 Expression("a+");
  re2::RE2::FullMatchN(Text, Expression, nullptr, 0);
  icu::RegexPattern::compile(u"a+", 0, Status);
  icu::RegexMatcher Matcher(u"a+", 0, Status);
}

void locales(UErrorCode &Status, absl::TimeZone *Zone) {
  icu::Collator::createInstance(Status);
  icu::NumberFormat::createInstance(Status);
  icu::BreakIterator::createWordInstance(icu::Locale(), Status);
  icu::SimpleDateFormat Format(u"yyyy", Status);
  icu::TimeZone::createTimeZone(u"Europe/Berlin");
  absl::LoadTimeZone("Europe/Berlin", Zone);
}

void locks(absl::Mutex &Mutex) {
  absl::MutexLock Lock(&Mutex);
  Mutex.Lock();
}

void messages(google::protobuf::MessageLite &Message, std::string *Bytes) {
  Message.ParseFromString(*Bytes);
  Message.SerializeToString(Bytes);
}

void tls(SSL *Connection) {
  SSL_CTX *Context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_load_verify_locations(Context, "file", nullptr);
  SSL_CTX_set_default_verify_paths(Context);
  SSL_connect(Connection);
  EVP_CIPHER_fetch(nullptr, "AES-128-GCM", nullptr);
  EVP_MD_fetch(nullptr, "SHA256", nullptr);
}
