// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: dbus-1 libsystemd sdbus-c++
#include <dbus/dbus.h>
#include <sdbus-c++/sdbus-c++.h>
#include <systemd/sd-bus.h>

void libdbus(DBusConnection *Connection, DBusMessage *Message) {
  dbus_bus_get_private(DBUS_BUS_SYSTEM, nullptr);
  dbus_connection_send_with_reply_and_block(Connection, Message, -1, nullptr);
  dbus_connection_flush(Connection);
}

void sdBus(sd_bus *Bus, sd_bus_message *Message) {
  sd_bus_open_system(&Bus);
  sd_bus_call(Bus, Message, 0, nullptr, nullptr);
  sd_bus_call_method(Bus, "a.b", "/a", "a.B", "Get", nullptr, nullptr, "");
  sd_bus_get_property(Bus, "a.b", "/a", "a.B", "Size", nullptr, nullptr, "u");
}

void sdbusCpp(sdbus::IProxy &Proxy, const sdbus::MethodCall &Call) {
  sdbus::createSystemBusConnection();
  sdbus::createProxy("a.b", "/a");
  Proxy.callMethod(Call);
}
