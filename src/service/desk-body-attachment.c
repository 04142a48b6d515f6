/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-attachment-io.h"

#include "desk-case-book.h"
#include "desk-media.h"
#include "desk-picture.h"
#include "desk-service-private.h"
#include "desk-store-blob.h"
#include "desk-store-record.h"

/* Files that go with log entries, cases and messages. */

static gboolean
refuse (DeskErrorCode code, DeskProblemCode problem, const char *name, const char *second, GError **error)
{
  desk_error_set (error, code, problem, NULL, name, second, NULL);
  return FALSE;
}

/* What a file can go with, and the right that lets somebody add to it. */
static gboolean
let (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (kind != DESK_KIND_VISIT && kind != DESK_KIND_SERVICE_CASE && kind != DESK_KIND_MEMO)
    return refuse (DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, NULL, NULL, error);
  record = desk_tx_get (tx, kind, id, error);
  if (record == NULL)
    return FALSE;
  if (kind == DESK_KIND_SERVICE_CASE)
    return desk_case_let (tx, (DeskCase *) record, error);
  return desk_tx_let (tx, kind == DESK_KIND_VISIT ? DESK_RIGHT_VISIT_LOG : DESK_RIGHT_MESSAGE_SEND, error);
}

static gboolean
check_room (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_FILES_OF);
  g_autofree char *most = g_strdup_printf ("%d", DESK_FILES_OF_RECORD);
  g_autofree char *asked = NULL;
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "of_kind", kind);
  desk_stmt_bind_int (stmt, "of_id", id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  asked = g_strdup_printf ("%u", ids->len + 1);
  return ids->len < DESK_FILES_OF_RECORD || refuse (DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY, asked, most, error);
}

/* The same content at the same record is there once, whatever it is called. @id: 0 where it is not there yet. */
static gboolean
find_same (DeskTx *tx, const DeskAttachment *attachment, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ATTACHMENT_SAME);
  gboolean found;

  *id = 0;
  desk_stmt_bind_int (stmt, "of_kind", attachment->of_kind);
  desk_stmt_bind_int (stmt, "of_id", attachment->of_id);
  desk_stmt_bind_int (stmt, "blob_id", attachment->blob_id);
  return desk_store_read_int (stmt, id, &found, error);
}

/* What PREPARE_FILE made, looked at once more: nothing else is kept. */
static const DeskMedia *
check_file (const DeskAttachInput *in, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (in->bytes, &size);
  const DeskMedia *media = desk_media_find (data, size, in->name);
  g_autofree char *most = g_strdup_printf ("%d", DESK_FILE_MAX >> 20);

  if (size == 0)
    refuse (DESK_ERROR_INVALID, DESK_PROBLEM_FILE_EMPTY, in->name, NULL, error);
  else if (media == NULL)
    refuse (DESK_ERROR_INVALID, DESK_PROBLEM_FILE_KIND, in->name, NULL, error);
  else if (size > DESK_FILE_MAX)
    refuse (DESK_ERROR_LIMIT, DESK_PROBLEM_FILE_TOO_LARGE, in->name, most, error);
  else
    return media;
  return NULL;
}

/* Keeps a file with a record; one that is there already is left as it is. */
gboolean
desk_body_attach_file (DeskTx *tx, const DeskAttachInput *in, DeskSaved *out, GError **error)
{
  const DeskMedia *media = check_file (in, error);
  DeskAttachment attachment = { .record = { .kind = DESK_KIND_ATTACHMENT }, .of_kind = in->of_kind, .of_id = in->of_id,
                                .size = (gint64) g_bytes_get_size (in->bytes), .staff_id = tx->actor->staff_id,
                                .at = tx->now };
  g_autofree char *name = media != NULL ? desk_media_name (in->name, media) : NULL;

  if (media == NULL || !let (tx, in->of_kind, in->of_id, error) || !check_room (tx, in->of_kind, in->of_id, error)
      || !desk_store_keep_blob (tx->service->db, in->bytes, media->mime, &attachment.blob_id, error)
      || !find_same (tx, &attachment, &out->id, error))
    return FALSE;
  if (out->id != 0)
    return TRUE;
  attachment.name = name;
  attachment.mime = (char *) media->mime;
  if (!desk_tx_insert (tx, &attachment, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_ATTACHMENT, attachment.record.id);
  out->id = attachment.record.id;
  out->version = attachment.record.version;
  out->count = 1;
  return TRUE;
}

/* Takes a file from its record. Its content stays, so that it can be brought back. */
gboolean
desk_body_remove_attachment (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_ATTACHMENT, in->id, error);
  const DeskAttachment *attachment = (DeskAttachment *) record;

  if (record == NULL || !desk_tx_check_version (tx, record, in->version, error)
      || !let (tx, (DeskKind) attachment->of_kind, attachment->of_id, error))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->count = 1;
  return desk_tx_remove (tx, record, error);
}

static DeskAttachmentCard *
card_of (DeskTx *tx, gint64 id, GError **error)
{
  DeskRecord *record = desk_tx_get (tx, DESK_KIND_ATTACHMENT, id, error);
  g_autoptr (DeskRecord) staff = NULL;
  DeskAttachmentCard *card;

  if (record == NULL)
    return NULL;
  card = g_new0 (DeskAttachmentCard, 1);
  card->attachment = (DeskAttachment *) record;
  staff = card->attachment->staff_id != 0 ? desk_tx_get (tx, DESK_KIND_STAFF, card->attachment->staff_id, NULL) : NULL;
  card->staff_name = g_strdup (staff != NULL ? ((DeskStaff *) staff)->name : "");
  return card;
}

/* The files of the record @in names. */
gboolean
desk_body_list_attachments (DeskTx *tx, const DeskGetInput *in, DeskAttachments *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_FILES_OF);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "of_kind", in->kind);
  desk_stmt_bind_int (stmt, "of_id", in->id);
  ids = desk_store_read_ids (stmt, error);
  out->cards = g_ptr_array_new_with_free_func (desk_attachment_card_free);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DeskAttachmentCard *card = card_of (tx, g_array_index (ids, gint64, i), error);

      if (card == NULL)
        return FALSE;
      g_ptr_array_add (out->cards, card);
    }
  return ids != NULL;
}

/* A file whole: to be opened through a copy, or written where somebody wants it. */
gboolean
desk_body_get_file (DeskTx *tx, const DeskGetInput *in, DeskFile *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_ATTACHMENT, in->id, error);
  const DeskAttachment *attachment = (DeskAttachment *) record;

  if (record == NULL)
    return FALSE;
  out->bytes = desk_store_get_blob (tx->service->db, attachment->blob_id, error);
  out->name = g_strdup (attachment->name);
  out->mime = g_strdup (attachment->mime);
  return out->bytes != NULL;
}

/* A small picture of it, where it is one. */
gboolean
desk_body_get_thumbnail (DeskTx *tx, const DeskGetInput *in, DeskThumbnail *out, GError **error)
{
  DeskFile file = { 0 };
  DeskPicture picture = { 0 };
  gboolean read = desk_body_get_file (tx, in, &file, error);
  const DeskMedia *media = read ? desk_media_of_mime (file.mime) : NULL;

  if (media != NULL && media->decoder != NULL)
    desk_picture_look (file.bytes, media->decoder, DESK_PICTURE_PIXELS, DESK_THUMBNAIL_SIDE, NULL, &picture);
  *out = (DeskThumbnail){ picture.width, picture.height, picture.stride, picture.pixels };
  desk_file_clear (&file);
  return read;
}
