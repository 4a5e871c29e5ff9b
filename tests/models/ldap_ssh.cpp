// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ldap.h>
#include <libssh/libssh.h>
#include <libssh2.h>
#include <libssh2_sftp.h>

void ldap(LDAP *Server, struct berval *Credentials, LDAPMod **Changes,
          LDAPMessage *Found, int Message) {
  ldap_initialize(&Server, "ldap://host");
  ldap_sasl_bind_s(Server, "cn=x", nullptr, Credentials, nullptr, nullptr,
                   nullptr);
  ldap_search_ext_s(Server, "dc=x", LDAP_SCOPE_SUBTREE, "(a=1)", nullptr, 0,
                    nullptr, nullptr, nullptr, 0, &Found);
  ldap_search_ext(Server, "dc=x", LDAP_SCOPE_SUBTREE, "(a=1)", nullptr, 0,
                  nullptr, nullptr, nullptr, 0, &Message);
  ldap_result(Server, Message, 1, nullptr, &Found);
  ldap_modify_ext_s(Server, "cn=x", Changes, nullptr, nullptr);
}

void libssh(ssh_session Session, ssh_channel Channel) {
  ssh_connect(Session);
  ssh_channel_request_exec(Channel, "true");
}

void libssh2(LIBSSH2_SESSION *Session, LIBSSH2_SFTP *Sftp, int Socket) {
  libssh2_session_handshake(Session, Socket);
  libssh2_sftp_open_ex(Sftp, "file", 4, LIBSSH2_FXF_READ, 0,
                       LIBSSH2_SFTP_OPENFILE);
}
