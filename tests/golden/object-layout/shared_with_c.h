#ifdef __cplusplus
#include <vector>
#endif

struct SharedOk {
  char a;
  double b;
  char c;
};
