// args: -std=c++17
#include <chrono>
#include <httplib.h>
#include <map>
#include <mutex>
#include <string>

class Gateway {
public:
  explicit Gateway(const char *Host) : Upstream(Host) {}

  void pageBad(const httplib::Request &Req, httplib::Response &Res) { // want-note: this runs once per request
    const auto Theme = Upstream.Get("/theme.json"); // want[advice]: each 'Upstream.Get' fetches the same from a server again: once per request // want-advice: if (now - fetchedAt > maxAge)  // members, under a mutex // want-advice:   fetched = Upstream.Get(…), fetchedAt = now;
    Res.set_content(Req.path + (Theme ? Theme->body : ""), "text/html");
  }

  // Of the request, another one each time, or kept.
  void userOk(const httplib::Request &Req, httplib::Response &Res) {
    const auto User = Upstream.Get(("/users" + Req.path).c_str());
    Res.set_content(User ? User->body : "", "text/html");
  }
  void statusOk(const httplib::Request &, httplib::Response &Res) {
    const auto Status = Upstream.Get("/status");
    Res.set_content(Status ? Status->body : "", "text/html");
  }
  void cachedOk(const httplib::Request &, httplib::Response &Res) {
    const std::lock_guard Lock(Mutex);
    if (std::chrono::steady_clock::now() - Fetched > std::chrono::minutes(1)) {
      const auto Theme = Upstream.Get("/theme.json");
      Kept = Theme ? Theme->body : Kept;
      Fetched = std::chrono::steady_clock::now();
    }
    Res.set_content(Kept, "text/html");
  }
  void oftenOk(const httplib::Request &Req, httplib::Response &Res) {
    if (Req.has_param("theme")) {
      const auto Theme = Upstream.Get("/theme.json");
      Res.set_content(Theme ? Theme->body : "", "text/html");
    }
  }
  void sentOk(const httplib::Request &Req, httplib::Response &Res) {
    const auto Done = Upstream.Post("/log", Req.path, "text/plain");
    Res.status = Done ? 200 : 500;
  }

private:
  httplib::Client Upstream;
  std::mutex Mutex;
  std::string Kept;
  std::chrono::steady_clock::time_point Fetched;
};

void serve(Gateway &To) {
  httplib::Server Server;
  Server.Get("/page", [&](const httplib::Request &Req, httplib::Response &Res) { To.pageBad(Req, Res); });
  Server.Get("/user", [&](const httplib::Request &Req, httplib::Response &Res) { To.userOk(Req, Res); });
  Server.listen("localhost", 8080);
}
