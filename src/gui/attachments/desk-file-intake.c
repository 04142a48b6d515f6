/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-file-intake.h"

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-media.h"

#define CHUNK (1 << 20)

/* One that waits. */
typedef struct
{
  DeskKind kind;
  gint64 id;
  char *path;    /* (nullable) */
  GBytes *bytes; /* (nullable) */
  char *name;
} Waiting;

struct _DeskFileIntake
{
  GObject parent_instance;
  DeskEngine *engine;
  GQueue waiting; /* Waiting */
  Waiting *now;   /* (nullable): the one under way */
  DeskProgress *progress; /* (nullable): of its reading */
  guint done, total;
};

enum
{
  PROGRESS,
  KEPT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void next (DeskFileIntake *self);

G_DEFINE_FINAL_TYPE (DeskFileIntake, desk_file_intake, G_TYPE_OBJECT)

static void
waiting_free (gpointer data)
{
  Waiting *self = data;

  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

/* One is through, well or badly; the next one's turn. */
static void
finish (DeskFileIntake *self, gint64 act, const GError *error)
{
  self->done++;
  g_clear_pointer (&self->now, waiting_free);
  if (error != NULL && !desk_cancelled (error))
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (act != 0)
    g_signal_emit (self, signals[KEPT], 0, act);
  next (self);
}

static void
on_kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFileIntake) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gint64 act = saved != NULL ? saved->act_id : 0;

  desk_use_case_free_result (DESK_USE_CASE_ATTACH_FILE, saved);
  finish (self, act, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskFileIntake) self = data;
  g_autoptr (GError) error = NULL;
  DeskFile *file = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  g_autofree char *key = desk_id_new_key ();

  g_clear_pointer (&self->progress, desk_progress_unref);
  if (file == NULL)
    {
      finish (self, 0, error);
      return;
    }
  desk_engine_call_async (self->engine, DESK_USE_CASE_ATTACH_FILE,
                          desk_attach_input_new (key, self->now->kind, self->now->id, file), NULL, on_kept_cb,
                          g_object_ref (self));
  desk_use_case_free_result (DESK_USE_CASE_PREPARE_FILE, file);
}

static void
next (DeskFileIntake *self)
{
  DeskFileInput *in;

  if (self->now != NULL)
    return;
  self->now = g_queue_pop_head (&self->waiting);
  if (self->now == NULL)
    self->done = self->total = 0;
  g_signal_emit (self, signals[PROGRESS], 0, self->done, self->total);
  if (self->now == NULL)
    return;
  in = desk_file_input_new (self->now->path, self->now->bytes, self->now->name);
  self->progress = desk_progress_new ();
  in->progress = desk_progress_ref (self->progress);
  desk_engine_call_async (self->engine, DESK_USE_CASE_PREPARE_FILE, in, NULL, on_read_cb, g_object_ref (self));
}

static void
add (DeskFileIntake *self, DeskKind kind, gint64 id, const char *path, GBytes *bytes, const char *name)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  *waiting = (Waiting){ kind, id, g_strdup (path), bytes != NULL ? g_bytes_ref (bytes) : NULL, g_strdup (name) };
  g_queue_push_tail (&self->waiting, waiting);
  self->total++;
  next (self);
}

/* Object */

static void
desk_file_intake_finalize (GObject *object)
{
  DeskFileIntake *self = DESK_FILE_INTAKE (object);

  g_queue_clear_full (&self->waiting, waiting_free);
  g_clear_pointer (&self->now, waiting_free);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (desk_file_intake_parent_class)->finalize (object);
}

static void
desk_file_intake_class_init (DeskFileIntakeClass *klass)
{
  GType type = DESK_TYPE_FILE_INTAKE;

  G_OBJECT_CLASS (klass)->finalize = desk_file_intake_finalize;
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                    G_TYPE_UINT);
  signals[KEPT] = g_signal_new ("kept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
desk_file_intake_init (DeskFileIntake *self)
{
  g_queue_init (&self->waiting);
}

/* Returns: (transfer full). */
DeskFileIntake *
desk_file_intake_new (DeskEngine *engine)
{
  DeskFileIntake *self = g_object_new (DESK_TYPE_FILE_INTAKE, NULL);

  self->engine = g_object_ref (engine);
  return self;
}

/* Adds a file of this computer; one without a path (of a network that is not mounted) is said to be missing. */
void
desk_file_intake_add (DeskFileIntake *self, DeskKind kind, gint64 id, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  add (self, kind, id, g_file_peek_path (file) != NULL ? g_file_peek_path (file) : uri, NULL, NULL);
}

/* The same of what lies in no file, with a name for it. */
void
desk_file_intake_add_bytes (DeskFileIntake *self, DeskKind kind, gint64 id, GBytes *bytes, const char *name)
{
  add (self, kind, id, NULL, bytes, name);
}

/* Drops what waits and stops what is read; what is being kept is kept. */
void
desk_file_intake_stop (DeskFileIntake *self)
{
  g_queue_clear_full (&self->waiting, waiting_free);
  self->total = self->done + (self->now != NULL ? 1 : 0);
  if (self->progress != NULL)
    g_cancellable_cancel (desk_progress_get_cancellable (self->progress));
}

/* Pasting */

/* A picture on its way from the clipboard, as the bytes another program gives. */
typedef struct
{
  DeskFileIntake *self;
  DeskKind kind;
  gint64 id;
  char *name;
  GInputStream *stream;
  GByteArray *bytes;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->self);
  g_free (paste->name);
  g_clear_object (&paste->stream);
  g_clear_pointer (&paste->bytes, g_byte_array_unref);
  g_free (paste);
}

static void
paste_failed (Paste *paste, const GError *error)
{
  if (!desk_cancelled (error))
    g_signal_emit (paste->self, signals[FAILED], 0, error);
  paste_free (paste);
}

static void
on_chunk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  g_autoptr (GBytes) whole = NULL;

  if (chunk == NULL)
    {
      paste_failed (paste, error);
      return;
    }
  g_byte_array_append (paste->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  if (g_bytes_get_size (chunk) > 0 && paste->bytes->len <= DESK_FILE_INTAKE_MAX)
    {
      g_input_stream_read_bytes_async (paste->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, on_chunk_cb, paste);
      return;
    }
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&paste->bytes));
  add (paste->self, paste->kind, paste->id, NULL, whole, paste->name);
  paste_free (paste);
}

static void
on_picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autoptr (GError) error = NULL;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (paste->stream == NULL)
    paste_failed (paste, error);
  else
    g_input_stream_read_bytes_async (paste->stream, CHUNK, G_PRIORITY_DEFAULT, NULL, on_chunk_cb, paste);
}

static void
on_files_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    {
      paste_failed (paste, error);
      return;
    }
  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    desk_file_intake_add (paste->self, paste->kind, paste->id, file->data);
  paste_free (paste);
}

/* Adds the files or the picture on @clipboard. @picture_name: what a picture without a name is called, without ending.
 * Returns: FALSE where there are neither: text is no file. */
gboolean
desk_file_intake_paste (DeskFileIntake *self, DeskKind kind, gint64 id, GdkClipboard *clipboard, const char *picture_name)
{
  static const char *mimes[] = { "image/png", "image/jpeg", "image/bmp", "image/gif", NULL };
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
                   || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
  gboolean picture = FALSE;
  Paste *paste;

  for (guint i = 0; mimes[i] != NULL; i++)
    picture = picture || gdk_content_formats_contain_mime_type (formats, mimes[i]);
  if (!files && !picture)
    return FALSE;
  paste = g_new0 (Paste, 1);
  *paste = (Paste){ g_object_ref (self), kind, id, g_strdup (picture_name), NULL, g_byte_array_new () };
  if (files)
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files_cb, paste);
  else
    gdk_clipboard_read_async (clipboard, mimes, G_PRIORITY_DEFAULT, NULL, on_picture_cb, paste);
  return TRUE;
}
