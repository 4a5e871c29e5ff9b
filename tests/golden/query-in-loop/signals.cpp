// packages: Qt5Core libpq
// args: -std=c++17 -fPIC
#include <QObject>
#include <boost/signals2.hpp>
#include <libpq-fe.h>
#include <string>
#include <vector>

using Ids = std::vector<int>;

static void ask(PGconn *C, int Id) {
  PQclear(PQexec(C, ("SELECT * FROM line WHERE id = " + std::to_string(Id)).c_str()));
}

class Scanner : public QObject {
  Q_OBJECT
public:
  void scanBad(const Ids &All) {
    for (int Id : All)
      emit found(Id); // want: each 'found' leads to this SELECT
  }
  void scanLaterOk(const Ids &All) {
    for (int Id : All)
      emit queued(Id);
  }
  void scanForNobodyOk(const Ids &All) {
    for (int Id : All)
      emit seen(Id);
  }
signals:
  void found(int Id);
  void queued(int Id);
  void seen(int Id);
};

class Listener : public QObject {
public:
  Listener(Scanner *From, PGconn *To) : C(To) {
    connect(From, &Scanner::found, this, &Listener::store);
    connect(From, &Scanner::queued, this, &Listener::store, Qt::QueuedConnection);
    connect(From, &Scanner::seen, this, [this](int Id) { Last = Id; });
  }

private:
  void store(int Id) { ask(C, Id); }
  PGconn *C;
  int Last = 0;
};

class Source {
public:
  boost::signals2::signal<void(int)> OnItem;
  void sendBad(const Ids &All) {
    for (int Id : All)
      OnItem(Id); // want: each 'OnItem' leads to this SELECT
  }
};

void use(PGconn *C, const Ids &All) {
  Scanner Here;
  Listener There(&Here, C);
  Here.scanBad(All);
  Source From;
  From.OnItem.connect([C](int Id) { ask(C, Id); });
  From.sendBad(All);
}
