#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <pthread.h>
#include <semaphore>
#include <span>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

struct Supplier {
  std::string name;
  int id;
};
void load(const Supplier &s);
int price(const Supplier &s);
void use(int);

// A few, always.
void constantOk(Supplier s) {
  for (int i = 0; i < 4; ++i)
    std::thread(load, s).detach();
}
void listOk() {
  for (const char *n : {"a", "b"})
    std::thread([n] { load({n, 0}); }).detach();
}
void arrayOk(const std::array<Supplier, 4> &four) {
  for (auto &s : four)
    std::thread(load, s).detach();
}
// As many as there are cores or workers.
void hardwareOk(std::vector<Supplier> &suppliers) {
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    threads.emplace_back([&] {
      for (auto &s : suppliers)
        load(s);
    });
  for (auto &t : threads)
    t.join();
}
void hardware2Ok(std::vector<Supplier> &suppliers) {
  const auto n = std::min<std::size_t>(std::thread::hardware_concurrency(),
                                       suppliers.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < n; ++i)
    threads.emplace_back([&, i] { load(suppliers[i]); });
  for (auto &t : threads)
    t.join();
}
void countOk(std::vector<Supplier> &suppliers, int n) {
  std::vector<std::thread> threads;
  for (int i = 0; i < n; ++i)
    threads.emplace_back([&, i] { load(suppliers[i]); });
  for (auto &t : threads)
    t.join();
}
struct Shard {
  void pump();
};
void shardsOk(std::vector<Shard> &shards) {
  for (auto &s : shards)
    std::thread([&s] { s.pump(); }).detach();
}
// One per event.
void acceptOk(int fd) {
  for (;;) {
    int c = accept(fd, nullptr, nullptr);
    std::thread([c] { use(c); }).detach();
  }
}
void accept2Ok(int fd) {
  int c;
  while ((c = accept(fd, nullptr, nullptr)) >= 0)
    std::thread([c] { use(c); }).detach();
}
struct Server {
  int next();
  std::atomic<bool> running;
  void go() {
    while (running) {
      int c = next();
      std::thread([c] { use(c); }).detach();
    }
  }
};
// Attempts.
void retryOk(const Supplier &s) {
  for (int attempt = 0; attempt < 50; ++attempt) {
    std::thread(load, s).detach();
  }
}
// Leaves after the first.
void firstOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers)
    if (s.id == 7) {
      std::thread(load, s).detach();
      return;
    }
}
// Joined in chunks.
void chunkOk(const std::vector<Supplier> &suppliers) {
  std::vector<std::thread> threads;
  std::size_t n = 0;
  for (auto &s : suppliers) {
    threads.emplace_back(load, s);
    if (++n % 8 == 0) {
      for (auto &t : threads)
        t.join();
      threads.clear();
    }
  }
  for (auto &t : threads)
    t.join();
}
// Something is waited for before the start.
void semaphoreOk(const std::vector<Supplier> &suppliers) {
  static std::counting_semaphore<> slots(8);
  for (auto &s : suppliers) {
    slots.acquire();
    std::thread([s] {
      load(s);
      slots.release();
    }).detach();
  }
}
void windowOk(const std::vector<Supplier> &suppliers) {
  std::deque<std::future<int>> flying;
  for (auto &s : suppliers) {
    if (flying.size() >= 8) {
      use(flying.front().get());
      flying.pop_front();
    }
    flying.push_back(std::async(std::launch::async, price, s));
  }
}
std::mutex m;
std::condition_variable cv;
int active;
void conditionOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers) {
    {
      std::unique_lock l(m);
      cv.wait(l, [] { return active < 8; });
      ++active;
    }
    std::thread([s] {
      load(s);
      std::lock_guard l(m);
      --active;
      cv.notify_one();
    }).detach();
  }
}
struct Gate {
  Gate();
  void acquire();
  void leave();
};
void wrapperOk(const std::vector<Supplier> &suppliers, Gate &gate) {
  for (auto &s : suppliers) {
    gate.acquire();
    std::thread([s, &gate] {
      load(s);
      gate.leave();
    }).detach();
  }
}
void reapOne(std::vector<std::thread> &ts);
void sizeOk(const std::vector<Supplier> &suppliers) {
  std::vector<std::thread> threads;
  for (auto &s : suppliers) {
    while (threads.size() >= 8)
      reapOne(threads);
    threads.emplace_back(load, s);
  }
}
// One per long-lived object.
std::atomic<bool> stop;
void actorsOk(std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers)
    std::thread([&s] {
      while (!stop)
        load(s);
    }).detach();
}
void forever(const Supplier &s) {
  for (;;)
    load(s);
}
void actors2Ok(std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers)
    std::thread(forever, s).detach();
}
struct Session {
  void run();
};
void actors3Ok(std::vector<Session> &live) {
  for (auto &s : live)
    std::thread(&Session::run, &s).detach();
}
void actors4Ok(std::vector<Session> &live) {
  for (auto &s : live)
    std::thread([&s] { s.run(); }).detach();
}
// Bounded by construction.
struct Pool {
  struct Task {
    int n;
  };
  std::vector<Task> seeds;
  std::vector<std::thread> threads_;
  void one(Task &t) { use(t.n); }
  Pool() {
    for (auto &t : seeds)
      threads_.emplace_back([this, &t] { one(t); });
  }
  void start() {
    for (auto &t : seeds)
      threads_.emplace_back(&Pool::one, this, std::ref(t));
  }
};
struct Options {
  std::vector<std::string> inputs;
};
void configOk(const Options &options) {
  for (auto &i : options.inputs)
    std::thread([i] { load({i, 0}); }).detach();
}
void devicesOk(std::vector<Supplier> &devices) {
  for (auto &d : devices)
    std::thread(load, d).detach();
}
// Nothing is started.
void defaultOk(std::vector<Supplier> &suppliers) {
  std::vector<std::thread> ts(suppliers.size());
  for (std::size_t i = 0; i < suppliers.size(); ++i)
    ts[i] = std::thread();
  std::vector<std::thread> moved;
  for (auto &t : ts)
    moved.push_back(std::move(t));
  for (auto it = suppliers.begin(); it != suppliers.end(); ++it)
    moved.emplace_back();
}
void slotsOk(std::vector<std::thread> &pool, const Supplier &s) {
  for (auto &t : pool)
    t = std::thread(load, s);
}
struct Worker {
  std::thread thread;
  Supplier mine;
};
void workersOk(std::vector<Worker> &all) {
  for (auto &w : all)
    w.thread = std::thread(load, w.mine);
}
// Ended in the iteration that started it: slowpath-serial-wait.
void sequentialOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers) {
    std::thread t(load, s);
    t.join();
  }
  for (auto &s : suppliers) {
    std::jthread t(load, s);
  }
  for (auto &s : suppliers) {
    auto f = std::async(std::launch::async, price, s);
    use(f.get());
  }
  for (auto &s : suppliers) {
    (void)std::async(std::launch::async, price, s);
  }
  for (auto &s : suppliers) {
    auto f = std::async(std::launch::async, price, s);
    load(s);
  }
}
void deferredOk(const std::vector<Supplier> &suppliers) {
  std::vector<std::future<int>> lazy;
  for (auto &s : suppliers)
    lazy.push_back(std::async(std::launch::deferred, price, s));
}
void waitpidOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers) {
    pid_t p = fork();
    if (p == 0) {
      load(s);
      _exit(0);
    }
    waitpid(p, nullptr, 0);
  }
}
struct Lazy {
  std::thread t;
  void ensure(const Supplier &s) {
    if (!t.joinable())
      t = std::thread(load, s);
  }
};
void lazyOk(const std::vector<Supplier> &suppliers, Lazy &lazy) {
  for (auto &s : suppliers)
    lazy.ensure(s);
}
void unknownOk(const std::vector<std::function<void()>> &services) {
  for (auto &s : services)
    std::thread(s).detach();
}
void unknown2Ok(const std::vector<std::function<void()>> &all) {
  std::vector<std::thread> v;
  for (auto &s : all)
    v.emplace_back(s);
}
// The wait for all is behind the loop, the loop joins.
void drainOk(std::vector<std::thread> &all) {
  for (auto &t : all)
    t.join();
}
// The stages of a pipeline.
void pipelineOk(const std::vector<std::string> &stages) {
  for (auto &s : stages)
    if (fork() == 0)
      _exit(s.size() > 3);
}
// A throttled client.
void politeOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::thread(load, s).detach();
  }
}
// Cold.
void coldOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers) {
    try {
      load(s);
    } catch (...) {
      std::thread(load, s).detach();
    }
  }
}
// Queues, each with its own consumer that ends with its queue.
struct Channel {
  bool pop(int &);
};
void consumersOk(std::vector<Channel> &all) {
  for (auto &c : all)
    std::thread([&c] {
      int v;
      while (c.pop(v))
        use(v);
    }).detach();
}
// A helper that waits for a free place.
std::counting_semaphore<> places(8);
void startWhenFree(const Supplier &s) {
  places.acquire();
  std::thread([s] {
    load(s);
    places.release();
  }).detach();
}
void helperOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers)
    startWhenFree(s);
}
// A flag that the loop sets.
void onceOk(const std::vector<Supplier> &suppliers) {
  bool started = false;
  for (auto &s : suppliers)
    if (!started) {
      started = true;
      std::thread(load, s).detach();
    }
}
// Joined through another name, and before the next.
void aliasOk(const std::vector<Supplier> &suppliers) {
  for (auto &s : suppliers) {
    std::thread t(load, s);
    std::thread &same = t;
    same.join();
  }
  std::optional<std::thread> last;
  for (auto &s : suppliers) {
    if (last)
      last->join();
    last.emplace(load, s);
  }
}
// A helper that waits for a full batch.
void waitAll(std::vector<std::future<int>> &all) {
  for (auto &f : all)
    f.wait();
  all.clear();
}
void batchOk(const std::vector<Supplier> &suppliers) {
  std::vector<std::future<int>> batch;
  for (auto &s : suppliers) {
    batch.push_back(std::async(std::launch::async, price, s));
    if (batch.size() == 8)
      waitAll(batch);
  }
}
// Command line.
int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i)
    std::thread([=] { load({argv[i], 0}); }).detach();
  std::vector<std::string> files(argv + 1, argv + argc);
  std::vector<std::thread> threads;
  for (auto &f : files)
    threads.emplace_back([&f] { load({f, 0}); });
  for (auto &t : threads)
    t.join();
}
