// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <event2/bufferevent.h>
#include <event2/dns.h>
#include <event2/event.h>
#include <event2/http.h>

void loop(struct evdns_base *Names, struct bufferevent *Buffer,
          struct evhttp_request *Request) {
  struct event_base *Base = event_base_new();
  evdns_base_new(Base, 1);
  struct evhttp_connection *Connection =
      evhttp_connection_base_new(Base, Names, "host", 80);
  evhttp_make_request(Connection, Request, EVHTTP_REQ_GET, "/");
  bufferevent_socket_connect_hostname(Buffer, Names, AF_INET, "host", 80);
  event_base_dispatch(Base);
}
