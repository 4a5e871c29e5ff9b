// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Data/Statement.h>
#include <Poco/Data/Transaction.h>
#include <Poco/JSON/Parser.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Process.h>
#include <Poco/RegularExpression.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>

void answer(Poco::Net::HTTPServerRequest &Request);

void http(Poco::Net::HTTPRequest &Request, Poco::Net::HTTPResponse &Response) {
  Poco::Net::HTTPSClientSession Encrypted("host");
  Poco::Net::HTTPClientSession Session("host");
  Session.sendRequest(Request);
  Session.receiveResponse(Response);
  Poco::Net::DNS::resolve("host");
  Poco::Net::DNS::hostByName("host");
}

void database(Poco::Data::SessionPool &Pool, Poco::Data::Statement &Statement) {
  Pool.get();
  Poco::Data::Session Session("SQLite", "file");
  Session.begin();
  Session << "SELECT a FROM t";
  Session.commit();
  Session.rollback();
  Statement.execute();
  Poco::Data::Transaction Transaction(Session);
  Transaction.commit();
}

void threads(Poco::ThreadPool &Pool, Poco::Thread &Thread,
             Poco::Runnable &Task) {
  Pool.start(Task);
  Thread.start(Task);
  Thread.join();
}

void tables(Poco::JSON::Parser &Parser) {
  Poco::RegularExpression Expression("a+");
  Parser.parse("{}");
  Poco::Process::launch("program", {});
}
