#define STEP(f, n) f((n) - 1) + f((n) - 2)
#define DEFINE_FIB(name)                                                       \
  long name(int n) { return n < 2 ? n : name(n - 1) + name(n - 2); }

// The text of a macro is nobody's to change.
DEFINE_FIB(definedOk)

long argumentsBad(int n) {
  if (n < 2)
    return n;
  return STEP(argumentsBad, n); // want[advice]: what 'argumentsBad' and 'argumentsBad' lead to overlaps
}
