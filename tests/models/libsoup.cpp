// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libsoup-3.0 gio-2.0
#include <gio/gio.h>
#include <libsoup/soup.h>

void http(SoupSession *Session, SoupMessage *Message) {
  soup_session_new();
  soup_session_send(Session, Message, nullptr, nullptr);
  soup_session_send_and_read(Session, Message, nullptr, nullptr);
  soup_session_send_async(Session, Message, 0, nullptr, nullptr, nullptr);
}

void dbus(GDBusConnection *Connection, GDBusProxy *Proxy) {
  g_bus_get_sync(G_BUS_TYPE_SYSTEM, nullptr, nullptr);
  g_dbus_connection_call_sync(Connection, "a.b", "/a", "a.B", "Get", nullptr,
                              nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr,
                              nullptr);
  g_dbus_proxy_new_sync(Connection, G_DBUS_PROXY_FLAGS_NONE, nullptr, "a.b",
                        "/a", "a.B", nullptr, nullptr);
  g_dbus_proxy_call_sync(Proxy, "Get", nullptr, G_DBUS_CALL_FLAGS_NONE, -1,
                         nullptr, nullptr);
}

void files(GFile *File, GOutputStream *Stream, GKeyFile *Keys, char *Text) {
  g_file_load_contents(File, nullptr, &Text, nullptr, nullptr, nullptr);
  g_file_set_contents("file", Text, -1, nullptr);
  g_output_stream_flush(Stream, nullptr, nullptr);
  g_key_file_save_to_file(Keys, "file", nullptr);
}

void *run(void *);

void threads(GThreadPool *Pool, void *Data, char **Command) {
  g_thread_new("name", run, Data);
  g_thread_pool_push(Pool, Data, nullptr);
  g_spawn_sync(nullptr, Command, nullptr, G_SPAWN_DEFAULT, nullptr, nullptr,
               nullptr, nullptr, nullptr, nullptr);
  g_regex_new("a+", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, nullptr);
}
