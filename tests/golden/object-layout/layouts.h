#pragma once
#include <string>
#include <vector>

// Other files may list the values of its fields.
struct OpenBad { // want[advice]: each 'OpenBad' has 14 bytes of padding
  bool a = false;
  double b = 0;
  bool c = false;
};

// Nobody else names its fields.
class ClosedBad { // want[review]: each 'ClosedBad' has 14 bytes of padding
public:
  explicit ClosedBad(double x) : a(x > 0), b(x), c(false) {}
  double value() const { return a && !c ? b : 0; }

private:
  bool a;
  double b;
  bool c;
};

class ElsewhereBad { // want[advice]: each 'ElsewhereBad' has 14 bytes of padding
public:
  explicit ElsewhereBad(double x);

private:
  bool a;
  double b;
  bool c;
};
