// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: libmongoc-1.0
#include <mongoc/mongoc.h>

void clients(const mongoc_uri_t *Uri, mongoc_client_t *Client,
             mongoc_client_pool_t *Pool, const bson_t *Command) {
  mongoc_client_new("mongodb://host");
  mongoc_client_new_from_uri(Uri);
  mongoc_client_pool_new(Uri);
  mongoc_client_pool_pop(Pool);
  mongoc_client_pool_try_pop(Pool);
  mongoc_client_command_simple(Client, "x", Command, nullptr, nullptr, nullptr);
  mongoc_client_destroy(Client);
}

void writes(mongoc_collection_t *Collection, const bson_t *Document,
            const bson_t **Documents) {
  mongoc_collection_insert_one(Collection, Document, nullptr, nullptr, nullptr);
  mongoc_collection_insert_many(Collection, Documents, 1, nullptr, nullptr,
                                nullptr);
  mongoc_collection_update_one(Collection, Document, Document, nullptr, nullptr,
                               nullptr);
  mongoc_collection_update_many(Collection, Document, Document, nullptr,
                                nullptr, nullptr);
  mongoc_collection_replace_one(Collection, Document, Document, nullptr,
                                nullptr, nullptr);
  mongoc_collection_delete_one(Collection, Document, nullptr, nullptr, nullptr);
  mongoc_collection_delete_many(Collection, Document, nullptr, nullptr,
                                nullptr);
  mongoc_collection_find_and_modify(Collection, Document, nullptr, Document,
                                    nullptr, false, false, false, nullptr,
                                    nullptr);
  mongoc_bulk_operation_t *Bulk =
      mongoc_collection_create_bulk_operation_with_opts(Collection, nullptr);
  mongoc_bulk_operation_execute(Bulk, nullptr, nullptr);
}

void reads(mongoc_collection_t *Collection, const bson_t *Filter,
           const bson_t *Found) {
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_with_opts(Collection, Filter, nullptr, nullptr);
  mongoc_cursor_next(Cursor, &Found);
  mongoc_collection_aggregate(Collection, MONGOC_QUERY_NONE, Filter, nullptr,
                              nullptr);
  mongoc_collection_count_documents(Collection, Filter, nullptr, nullptr,
                                    nullptr, nullptr);
}

void transactions(mongoc_client_t *Client) {
  mongoc_client_session_t *Session =
      mongoc_client_start_session(Client, nullptr, nullptr);
  mongoc_client_session_start_transaction(Session, nullptr, nullptr);
  mongoc_client_session_commit_transaction(Session, nullptr, nullptr);
  mongoc_client_session_abort_transaction(Session, nullptr);
}
