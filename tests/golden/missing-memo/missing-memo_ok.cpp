int twiceOk(int n) { return n; }
