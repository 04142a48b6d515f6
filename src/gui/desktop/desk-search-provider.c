/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-provider.h"

#include "desk-pane-registry.h"
#include "desk-search-order.h"
#include "desk-search-row.h"

#define MOST_RESULTS 10
#define MOST_KEPT 200

static const char provider_xml[]
    = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
      "<method name='GetInitialResultSet'><arg type='as' name='terms' direction='in'/>"
      "<arg type='as' name='results' direction='out'/></method>"
      "<method name='GetSubsearchResultSet'><arg type='as' name='previous_results' direction='in'/>"
      "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/></method>"
      "<method name='GetResultMetas'><arg type='as' name='identifiers' direction='in'/>"
      "<arg type='aa{sv}' name='metas' direction='out'/></method>"
      "<method name='ActivateResult'><arg type='s' name='identifier' direction='in'/>"
      "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/></method>"
      "<method name='LaunchSearch'><arg type='as' name='terms' direction='in'/>"
      "<arg type='u' name='timestamp' direction='in'/></method>"
      "</interface></node>";

struct _DeskSearchProvider
{
  GObject parent_instance;

  DeskEngine *engine;
  DeskText *text;
  GHashTable *metas; /* result id → GVariant a{sv}: what was found lately, forgotten at the lock */
  guint object_id;
};

enum
{
  CHOSEN,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSearchProvider, desk_search_provider, G_TYPE_OBJECT)

/* Whether anything of the store may be told to the desktop. */
static gboolean
may_tell (DeskSearchProvider *self)
{
  return self->engine != NULL && desk_engine_get_session (self->engine) == DESK_SESSION_IN;
}

static GVariant *
make_meta (DeskSearchProvider *self, const char *id, const DeskHit *hit)
{
  g_autofree char *detail = desk_search_row_detail (hit, self->text);
  g_autoptr (GIcon) icon = g_themed_icon_new (desk_search_icon (hit->kind));
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "id", "s", id);
  g_variant_dict_insert (&dict, "name", "s", hit->title != NULL ? hit->title : "");
  g_variant_dict_insert (&dict, "description", "s", detail);
  g_variant_dict_insert_value (&dict, "icon", g_icon_serialize (icon));
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* Where choosing it leads: the record itself where a pane shows its kind, else the unit it belongs to. */
static char *
make_id (const DeskHit *hit)
{
  gboolean own = desk_pane_registry_find_kind (hit->kind) != NULL;

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s:%" G_GINT64_FORMAT,
                          desk_kind_nick (own ? hit->kind : DESK_KIND_UNIT), own ? hit->id : hit->unit_id,
                          desk_kind_nick (hit->kind), hit->id);
}

static GVariant *
keep_hits (DeskSearchProvider *self, const DeskHits *hits)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  if (g_hash_table_size (self->metas) > MOST_KEPT)
    g_hash_table_remove_all (self->metas);
  for (guint i = 0; i < hits->hits->len; i++)
    {
      const DeskHit *hit = hits->hits->pdata[i];
      char *id = make_id (hit);

      g_variant_builder_add (&builder, "s", id);
      g_hash_table_replace (self->metas, id, make_meta (self, id, hit));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
nothing (void)
{
  return g_variant_new_array (G_VARIANT_TYPE_STRING, NULL, 0);
}

static void
answer (GDBusMethodInvocation *invocation, GVariant *value)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new_tuple (&value, 1));
}

/* Searching */

typedef struct
{
  DeskSearchProvider *self;
  GDBusMethodInvocation *invocation;
} Question;

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (DeskSearchProvider) self = question->self;
  g_autoptr (GError) error = NULL;
  DeskHits *hits = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  /* Locked meanwhile: what was found is not told any more. */
  answer (question->invocation, hits != NULL && may_tell (self) ? keep_hits (self, hits) : nothing ());
  if (hits != NULL)
    desk_use_case_free_result (DESK_USE_CASE_SEARCH, hits);
}

static void
search (DeskSearchProvider *self, const char *const *terms, GDBusMethodInvocation *invocation)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  Question *question;

  if (!may_tell (self) || *g_strstrip (words) == '\0')
    {
      answer (invocation, nothing ());
      return;
    }
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self), invocation };
  desk_engine_call_async (self->engine, DESK_USE_CASE_SEARCH,
                          desk_search_input_new (words, MOST_RESULTS, DESK_KIND_NONE, desk_engine_today (self->engine)), NULL,
                          on_found_cb, question);
}

static void
tell_metas (DeskSearchProvider *self, const char *const *ids, GDBusMethodInvocation *invocation)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i] != NULL && may_tell (self); i++)
    {
      GVariant *meta = g_hash_table_lookup (self->metas, ids[i]);

      if (meta != NULL)
        g_variant_builder_add_value (&builder, meta);
    }
  answer (invocation, g_variant_builder_end (&builder));
}

/* An id comes back from another program: whatever it says, it names a record of a kind or nothing. */
static void
choose (DeskSearchProvider *self, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, ":", 3);
  DeskKind kind = g_strv_length (parts) >= 2 ? desk_kind_from_nick (parts[0]) : DESK_KIND_NONE;

  if (kind != DESK_KIND_NONE)
    g_signal_emit (self, signals[CHOSEN], 0, (int) kind, g_ascii_strtoll (parts[1], NULL, 10));
}

static void
on_method_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
              GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  DeskSearchProvider *self = user_data;
  g_autofree const char **terms = NULL;
  const char *id;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      search (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get_child (parameters, 1, "^a&s", &terms);
      search (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      tell_metas (self, terms, invocation);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get_child (parameters, 0, "&s", &id);
      choose (self, id);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_autofree char *words = NULL;

      g_variant_get_child (parameters, 0, "^a&s", &terms);
      words = g_strjoinv (" ", (char **) terms);
      g_signal_emit (self, signals[ASKED], 0, words);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

/* Puts the provider on the bus below the application's own @path. */
gboolean
desk_search_provider_register (DeskSearchProvider *self, GDBusConnection *bus, const char *path, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (provider_xml, error);
  g_autofree char *own = g_strconcat (path, "/SearchProvider", NULL);

  if (info == NULL)
    return FALSE;
  self->object_id = g_dbus_connection_register_object (bus, own, info->interfaces[0], &vtable, self, NULL, error);
  return self->object_id != 0;
}

/* Takes it off again. */
void
desk_search_provider_unregister (DeskSearchProvider *self, GDBusConnection *bus)
{
  if (self->object_id != 0)
    g_dbus_connection_unregister_object (bus, self->object_id);
  self->object_id = 0;
}

/* Somebody else sits there now, or nobody: what was found for the one before is forgotten. */
static void
on_session_cb (DeskSearchProvider *self)
{
  g_hash_table_remove_all (self->metas);
}

/* What it searches, and in whose words; NULL forgets both and everything found. */
void
desk_search_provider_set_engine (DeskSearchProvider *self, DeskEngine *engine, DeskText *text)
{
  if (g_set_object (&self->engine, engine) && engine != NULL)
    g_signal_connect_object (engine, "session", G_CALLBACK (on_session_cb), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->text, desk_text_unref);
  self->text = text != NULL ? desk_text_ref (text) : NULL;
  g_hash_table_remove_all (self->metas);
}

static void
desk_search_provider_finalize (GObject *object)
{
  DeskSearchProvider *self = DESK_SEARCH_PROVIDER (object);

  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->metas, g_hash_table_unref);
  G_OBJECT_CLASS (desk_search_provider_parent_class)->finalize (object);
}

static void
desk_search_provider_class_init (DeskSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_search_provider_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_search_provider_init (DeskSearchProvider *self)
{
  self->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

DeskSearchProvider *
desk_search_provider_new (void)
{
  return g_object_new (DESK_TYPE_SEARCH_PROVIDER, NULL);
}
