// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tests/support/LspClient.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace slowpath::test {

namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;

/// Long enough for a loaded machine to parse the standard library's headers.
constexpr std::chrono::seconds Patience(120);

llvm::Error systemError(llvm::StringRef What, int Code) {
  return llvm::createStringError(std::error_code(Code, std::generic_category()),
                                 "%s", What.str().c_str());
}

llvm::Error protocolError(const llvm::Twine &What) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), What);
}

std::string printed(const Value &Json) {
  return llvm::formatv("{0}", Json).str();
}

} // namespace

llvm::Expected<std::unique_ptr<LspClient>>
LspClient::start(llvm::StringRef Program, llvm::ArrayRef<std::string> Args,
                 llvm::StringRef Root, llvm::ArrayRef<std::string> Environment,
                 llvm::StringRef Log) {
  // Writing to a server that has died must be an error, not a signal.
  std::signal(SIGPIPE, SIG_IGN);

  int In[2];
  int Out[2];
  // Close-on-exec: the server must see its input end when this process does.
  if (pipe2(In, O_CLOEXEC) != 0)
    return systemError("pipe", errno);
  if (pipe2(Out, O_CLOEXEC) != 0) {
    int Code = errno;
    close(In[0]);
    close(In[1]);
    return systemError("pipe", Code);
  }

  std::vector<std::string> Words{Program.str()};
  llvm::append_range(Words, Args);
  std::vector<std::string> Variables(Environment);
  for (char **Entry = environ; *Entry; ++Entry) {
    llvm::StringRef Name = llvm::StringRef(*Entry).split('=').first;
    if (llvm::none_of(Environment, [&](llvm::StringRef Given) {
          return Given.split('=').first == Name;
        }))
      Variables.push_back(*Entry);
  }
  auto Pointers = [](std::vector<std::string> &Strings) {
    std::vector<char *> Result;
    Result.reserve(Strings.size() + 1);
    for (std::string &String : Strings)
      Result.push_back(String.data());
    Result.push_back(nullptr);
    return Result;
  };

  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  auto Destroy =
      llvm::scope_exit([&] { posix_spawn_file_actions_destroy(&Actions); });
  std::string LogPath = Log.str();
  posix_spawn_file_actions_adddup2(&Actions, In[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&Actions, Out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&Actions, STDERR_FILENO, LogPath.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0666);
  pid_t Pid = 0;
  int Code =
      posix_spawn(&Pid, Words.front().c_str(), &Actions, /*attrp=*/nullptr,
                  Pointers(Words).data(), Pointers(Variables).data());
  close(In[0]);
  close(Out[1]);
  if (Code != 0) {
    close(In[1]);
    close(Out[0]);
    return systemError(Program, Code);
  }

  std::unique_ptr<LspClient> Client(new LspClient(Pid, In[1], Out[0]));
  Object DocumentCapabilities{
      {"publishDiagnostics", Object{{"relatedInformation", true},
                                    {"codeDescriptionSupport", true},
                                    {"codeActionsInline", true}}},
      {"codeAction",
       Object{{"codeActionLiteralSupport",
               Object{{"codeActionKind", Object{{"valueSet", Array{}}}}}}}}};
  llvm::Expected<Value> Answer = Client->request(
      "initialize",
      Object{{"processId", nullptr},
             {"rootUri", uri(Root)},
             {"capabilities",
              Object{{"textDocument", std::move(DocumentCapabilities)}}}});
  if (!Answer)
    return Answer.takeError();
  Client->Capabilities = std::move(*Answer);
  if (llvm::Error Err = Client->notify("initialized", Object{}))
    return std::move(Err);
  return std::move(Client);
}

LspClient::~LspClient() {
  close(ToServer);
  close(FromServer);
  if (Server == 0)
    return;
  kill(Server, SIGKILL);
  waitpid(Server, nullptr, 0);
}

std::string LspClient::uri(llvm::StringRef Path) {
  return ("file://" + Path).str();
}

llvm::Error LspClient::send(Object Message) {
  Message["jsonrpc"] = "2.0";
  std::string Body = printed(std::move(Message));
  std::string Frame =
      llvm::formatv("Content-Length: {0}\r\n\r\n{1}", Body.size(), Body).str();
  llvm::StringRef Rest = Frame;
  while (!Rest.empty()) {
    ssize_t Written = write(ToServer, Rest.data(), Rest.size());
    if (Written < 0 && errno == EINTR)
      continue;
    if (Written < 0)
      return systemError("writing to the server", errno);
    Rest = Rest.drop_front(static_cast<size_t>(Written));
  }
  return llvm::Error::success();
}

llvm::Error LspClient::fill(Deadline Until) {
  while (true) {
    auto Left = std::chrono::ceil<std::chrono::milliseconds>(
        Until - std::chrono::steady_clock::now());
    if (Left.count() <= 0)
      return protocolError("the server does not answer");
    pollfd Ready{FromServer, POLLIN, 0};
    int Count = poll(&Ready, 1, static_cast<int>(Left.count()));
    if (Count < 0 && errno != EINTR)
      return systemError("waiting for the server", errno);
    if (Count <= 0)
      continue;
    char Chunk[65536];
    ssize_t Size = read(FromServer, Chunk, sizeof(Chunk));
    if (Size < 0)
      return systemError("reading from the server", errno);
    if (Size == 0)
      return protocolError("the server has closed its output");
    Buffer.append(Chunk, static_cast<size_t>(Size));
    return llvm::Error::success();
  }
}

llvm::Expected<Value> LspClient::receive(Deadline Until) {
  size_t HeaderEnd;
  while ((HeaderEnd = Buffer.find("\r\n\r\n")) == std::string::npos)
    if (llvm::Error Err = fill(Until))
      return std::move(Err);

  std::optional<size_t> Length;
  for (llvm::StringRef Line :
       llvm::split(llvm::StringRef(Buffer).take_front(HeaderEnd), "\r\n")) {
    size_t Number = 0;
    if (Line.consume_front_insensitive("Content-Length:") &&
        llvm::to_integer(Line.trim(), Number))
      Length = Number;
  }
  if (!Length)
    return protocolError("no length in the header " +
                         Buffer.substr(0, HeaderEnd));
  size_t Begin = HeaderEnd + 4;
  while (Buffer.size() < Begin + *Length)
    if (llvm::Error Err = fill(Until))
      return std::move(Err);
  llvm::Expected<Value> Message =
      llvm::json::parse(llvm::StringRef(Buffer).substr(Begin, *Length));
  Buffer.erase(0, Begin + *Length);
  return Message;
}

llvm::Expected<Value> LspClient::request(llvm::StringRef Method, Value Params) {
  int Id = ++LastId;
  if (llvm::Error Err = send(Object{
          {"id", Id}, {"method", Method}, {"params", std::move(Params)}}))
    return std::move(Err);
  Deadline Until = std::chrono::steady_clock::now() + Patience;
  while (true) {
    llvm::Expected<Value> Message = receive(Until);
    if (!Message)
      return Message.takeError();
    Object *Fields = Message->getAsObject();
    if (!Fields)
      return protocolError("not a message: " + printed(*Message));
    if (Fields->getString("method")) {
      // Requests of the server are not answered: clangd's are only about
      // progress bars and refreshing.
      if (!Fields->get("id"))
        Notifications.push_back(std::move(*Message));
      continue;
    }
    if (Fields->getInteger("id") != Id)
      continue;
    if (const Value *Failure = Fields->get("error"))
      return protocolError(Method + ": " + printed(*Failure));
    if (Value *Result = Fields->get("result"))
      return std::move(*Result);
    return protocolError(Method + " has no result");
  }
}

llvm::Error LspClient::notify(llvm::StringRef Method, Value Params) {
  return send(Object{{"method", Method}, {"params", std::move(Params)}});
}

llvm::Error LspClient::open(llvm::StringRef Path, llvm::StringRef Text) {
  return notify("textDocument/didOpen",
                Object{{"textDocument", Object{{"uri", uri(Path)},
                                               {"languageId", "cpp"},
                                               {"version", 1},
                                               {"text", Text}}}});
}

llvm::Error LspClient::change(llvm::StringRef Path, int Version,
                              llvm::StringRef Text) {
  return notify(
      "textDocument/didChange",
      Object{{"textDocument", Object{{"uri", uri(Path)}, {"version", Version}}},
             {"contentChanges", Array{Object{{"text", Text}}}}});
}

llvm::Expected<Array> LspClient::diagnostics(llvm::StringRef Path,
                                             int Version) {
  Deadline Until = std::chrono::steady_clock::now() + Patience;
  while (true) {
    if (Notifications.empty()) {
      llvm::Expected<Value> Message = receive(Until);
      if (!Message)
        return Message.takeError();
      Notifications.push_back(std::move(*Message));
    }
    Value Message = std::move(Notifications.front());
    Notifications.pop_front();
    Object *Fields = Message.getAsObject();
    if (!Fields ||
        Fields->getString("method") != "textDocument/publishDiagnostics")
      continue;
    Object *Params = Fields->getObject("params");
    if (!Params || Params->getString("uri") != uri(Path) ||
        Params->getInteger("version") != Version)
      continue;
    if (Array *Result = Params->getArray("diagnostics"))
      return std::move(*Result);
    return protocolError("no diagnostics in " + printed(Message));
  }
}

llvm::Expected<int> LspClient::shutdown() {
  llvm::Expected<Value> Answer = request("shutdown", nullptr);
  if (!Answer)
    return Answer.takeError();
  if (llvm::Error Err = notify("exit", nullptr))
    return std::move(Err);
  Deadline Until = std::chrono::steady_clock::now() + Patience;
  while (std::chrono::steady_clock::now() < Until) {
    int Status = 0;
    pid_t Ended = waitpid(Server, &Status, WNOHANG);
    if (Ended < 0)
      return systemError("waitpid", errno);
    if (Ended == Server) {
      Server = 0;
      if (!WIFEXITED(Status))
        return protocolError("the server was ended by signal " +
                             llvm::Twine(WTERMSIG(Status)));
      return WEXITSTATUS(Status);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return protocolError("the server does not exit");
}

} // namespace slowpath::test
