#include "store.h"

void check(Sink &sink, const Order &order);

void fill(Sink &sink, const Order &order) { check(sink, order); } // want-note: 'fill' calls 'check' here

void check(Sink &sink, const Order &order) { sink.put(order); } // want-note: 'check' calls 'sink.put' here
