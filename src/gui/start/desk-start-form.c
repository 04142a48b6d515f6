/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-start-form.h"

#include <glib/gi18n.h>

#include "desk-draft-keeper.h"
#include "desk-form-grid.h"
#include "desk-id.h"
#include "desk-language.h"
#include "desk-plan-form.h"
#include "desk-store-path.h"
#include "desk-text-problem.h"

struct _DeskStartForm
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkBox *box;
  GtkLabel *title;
  GtkLabel *fault;
  GtkLabel *outcome;
  GtkButton *make_button;

  /* In box */
  GtkGrid *grid;
  GtkEditable *name;
  GtkEditable *address;
  GtkEditable *developer;
  GtkEditable *password;

  /* Owned references */
  DeskPlanForm *plan; /* NULL before a sheet */
  DeskText *text;
  DeskEngine *engine; /* NULL until the store is made */
  char *path;
  char *community_key; /* request keys, made when the form opens */
  char *building_key;
  char *password_key;
  DeskDrafts *drafts; /* beside the store that is to be made */
  DeskDraftKeeper *keeper;
  GHashTable *fresh; /* what stands in a new form */

  GtkWidget *kept;    /* (nullable): in box: says that words were kept */
  gint64 community_id; /* 0 until it is saved */
  gboolean for_sheet;
  gboolean has_password; /* it is saved, or none is wanted */
  gboolean busy;
};

enum
{
  MADE,
  BACK,
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskStartForm, desk_start_form, ADW_TYPE_BIN)

static void
set_busy (DeskStartForm *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), busy ? "progress" : NULL);
}

/* The sentence goes under its field, or beside the button when no field is meant. */
static void
show_error (DeskStartForm *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  set_busy (self, FALSE);
  if (desk_form_grid_show_faults (self->grid, self->community_id == 0 ? "community." : "", error, self->text))
    return;
  sentence = desk_text_error (self->text, error);
  gtk_label_set_label (self->fault, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
}

/* What is typed before there is a store: nobody's, beside the place where the store will lie. The password is never kept. */

static GHashTable *
gather (gpointer owner)
{
  DeskStartForm *self = owner;
  GHashTable *words = self->plan != NULL ? desk_plan_form_get_typed (self->plan)
                                         : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (words, g_strdup ("community"), g_strdup (gtk_editable_get_text (self->name)));
  g_hash_table_insert (words, g_strdup ("address"), g_strdup (gtk_editable_get_text (self->address)));
  g_hash_table_insert (words, g_strdup ("developer"), g_strdup (gtk_editable_get_text (self->developer)));
  return words;
}

static void
put_words (DeskStartForm *self, GHashTable *words)
{
  desk_draft_put_text (self->name, words, "community");
  desk_draft_put_text (self->address, words, "address");
  desk_draft_put_text (self->developer, words, "developer");
  if (self->plan != NULL)
    desk_plan_form_set_typed (self->plan, words);
}

static void
hide_kept (DeskStartForm *self)
{
  if (self->kept != NULL)
    gtk_box_remove (self->box, g_steal_pointer (&self->kept));
}

static void
discard_clicked (GtkButton *button, DeskStartForm *self)
{
  hide_kept (self);
  g_free (self->community_key);
  self->community_key = desk_id_new_key ();
  desk_draft_keeper_set_origin (self->keeper, self->community_key, 0);
  put_words (self, self->fresh);
  desk_draft_keeper_begin (self->keeper);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
restore (gpointer owner, const DeskDraft *draft, GHashTable *fields)
{
  DeskStartForm *self = owner;

  hide_kept (self);
  g_free (self->community_key);
  self->community_key = g_strdup (draft->request_key);
  put_words (self, fields);
  self->kept = desk_draft_notice_new (self->text, draft->at, g_get_real_time () / G_USEC_PER_SEC,
                                      G_CALLBACK (discard_clicked), self);
  gtk_box_insert_child_after (self->box, self->kept, GTK_WIDGET (self->title));
  g_signal_emit (self, signals[KEPT], 0);
}

static void
typed (DeskStartForm *self)
{
  if (self->keeper != NULL)
    desk_draft_keeper_touch (self->keeper);
}

static void
forget_words (DeskStartForm *self)
{
  if (self->keeper != NULL)
    g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->drafts, desk_drafts_free);
}

static void
keep_words (DeskStartForm *self)
{
  static const DeskDraftKeeperFuncs funcs = { gather, restore };
  g_autoptr (DeskClock) clock = desk_clock_new_real ();

  forget_words (self);
  if (self->engine == NULL && !desk_store_path_prepare (self->path))
    return;
  if (self->engine == NULL)
    self->drafts = desk_drafts_new (self->path, clock);
  self->keeper = desk_draft_keeper_new_in (self->engine != NULL ? desk_engine_get_drafts (self->engine) : self->drafts, 0, self->for_sheet ? "start:sheet" : "start:community",
                                           gtk_label_get_label (self->title), &funcs, self);
  desk_draft_keeper_set_origin (self->keeper, self->community_key, 0);
  desk_draft_keeper_begin (self->keeper);
  desk_draft_keeper_look (self->keeper);
}

static void
done (DeskStartForm *self)
{
  g_autoptr (DeskEngine) engine = g_steal_pointer (&self->engine);

  set_busy (self, FALSE);
  hide_kept (self);
  if (self->keeper != NULL)
    desk_draft_keeper_drop (self->keeper);
  forget_words (self);
  g_signal_emit (self, signals[MADE], 0, engine);
}

/* Third step: the first building */

static void
on_building_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskStartForm) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    show_error (self, error);
  else
    {
      desk_use_case_free_result (DESK_USE_CASE_MAKE_BUILDING, saved);
      done (self);
    }
}

static void
make_building (DeskStartForm *self)
{
  if (self->plan == NULL || desk_plan_form_is_empty (self->plan))
    done (self);
  else
    desk_engine_call_async (self->engine, DESK_USE_CASE_MAKE_BUILDING,
                            desk_plan_form_get_input (self->plan, self->building_key, self->community_id), NULL,
                            on_building_cb, g_object_ref (self));
}

/* Between them: the administrator's password, if one was typed */

static void
on_password_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskStartForm) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    {
      show_error (self, error);
      return;
    }
  desk_use_case_free_result (DESK_USE_CASE_SET_SECRET, saved);
  self->has_password = TRUE;
  make_building (self);
}

static void
set_password (DeskStartForm *self)
{
  const char *typed = gtk_editable_get_text (self->password);

  if (self->has_password || *typed == '\0')
    make_building (self);
  else
    desk_engine_call_async (self->engine, DESK_USE_CASE_SET_SECRET,
                            desk_secret_input_new (self->password_key, 0, DESK_SECRET_PASSWORD, NULL, typed), NULL,
                            on_password_cb, g_object_ref (self));
}

/* Second step: the community */

static void
on_community_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskStartForm) self = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    {
      show_error (self, error);
      return;
    }
  self->community_id = saved->id;
  desk_use_case_free_result (DESK_USE_CASE_SAVE_COMMUNITY, saved);
  set_password (self);
}

static void
save_community (DeskStartForm *self)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_COMMUNITY);
  DeskCommunity *community = (DeskCommunity *) record;

  desk_text_set (&community->name, gtk_editable_get_text (self->name));
  desk_text_set (&community->address, gtk_editable_get_text (self->address));
  desk_text_set (&community->developer, gtk_editable_get_text (self->developer));
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_COMMUNITY,
                          desk_record_input_new (self->community_key, community), NULL, on_community_cb,
                          g_object_ref (self));
}

/* First step: the store */

static void
on_engine_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DeskStartForm) self = user_data;
  g_autoptr (GError) error = NULL;

  self->engine = desk_engine_open_finish (result, &error);
  if (self->engine == NULL)
    show_error (self, error);
  else
    save_community (self);
}

static void
make_store (DeskStartForm *self)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();

  desk_store_path_prepare (self->path);
  desk_engine_open_async (self->path, DESK_OPEN_CREATE, clock, NULL, on_engine_cb, g_object_ref (self));
}

/* Goes on where the last try stopped: what is saved already is not saved again. */
void
desk_start_form_submit (DeskStartForm *self)
{
  if (self->busy)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  desk_form_grid_clear_faults (self->grid);
  if (*gtk_editable_get_text (self->name) == '\0')
    {
      g_autoptr (GError) error = NULL;

      desk_error_set (&error, DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "name", NULL);
      show_error (self, error);
      return;
    }
  set_busy (self, TRUE);
  if (self->engine == NULL)
    make_store (self);
  else if (self->community_id == 0)
    save_community (self);
  else
    set_password (self);
}

/* The button says what it will do. */
static void
on_plan_changed_cb (DeskStartForm *self)
{
  guint n = desk_plan_form_count (self->plan);
  g_autofree char *words = NULL;

  typed (self);
  if (n == 0)
    words = g_strdup (_("_Make the Community"));
  else
    words = g_strdup_printf (ngettext ("_Make the Community and %u Unit", "_Make the Community and %u Units", n), n);
  gtk_button_set_label (self->make_button, words);
  gtk_label_set_label (self->outcome, desk_plan_form_get_outcome (self->plan));
}

static void
on_back_clicked_cb (DeskStartForm *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

/* The first password is an administrator's; from then on everybody signs in. */
static void
add_password (DeskStartForm *self)
{
  desk_form_grid_add_heading (self->grid, _("Administrator"));
  self->password = GTK_EDITABLE (desk_form_grid_add_entry (self->grid, "password", _("Pass_word"),
                                                           _("at least 8 characters; empty: nobody signs in")));
  gtk_entry_set_visibility (GTK_ENTRY (self->password), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->password), GTK_INPUT_PURPOSE_PASSWORD);
}

static void
make_fields (DeskStartForm *self)
{
  GtkWidget *grid = desk_form_grid_new ();

  self->grid = GTK_GRID (grid);
  desk_form_grid_add_heading (self->grid, _("Community"));
  self->name = GTK_EDITABLE (desk_form_grid_add_entry (self->grid, "community.name", _("_Community"), NULL));
  self->address = GTK_EDITABLE (desk_form_grid_add_entry (self->grid, "community.address", _("Add_ress"), NULL));
  self->developer = GTK_EDITABLE (desk_form_grid_add_entry (self->grid, "community.developer", _("De_veloper"),
                                                            _("pays for what is not delivered yet")));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (self->address, "changed", G_CALLBACK (typed), self);
  g_signal_connect_swapped (self->developer, "changed", G_CALLBACK (typed), self);
  gtk_box_append (self->box, grid);
  if (self->for_sheet)
    {
      add_password (self);
      gtk_label_set_label (self->title, _("Import a Sheet"));
      gtk_button_set_label (self->make_button, _("_Choose the Sheet"));
      gtk_label_set_label (self->outcome, _("Buildings, units and people come out of the sheet. It is tried first."));
      return;
    }
  desk_form_grid_add_heading (self->grid, _("First Building"));
  self->plan = desk_plan_form_new (self->grid, self->text, TRUE);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (on_plan_changed_cb), self, G_CONNECT_SWAPPED);
  on_plan_changed_cb (self);
  add_password (self);
}

/* Gets the form ready for the store at @path, which @engine holds already when it exists and is empty. Words that were kept
 * there stand in it again; "kept" says so. */
void
desk_start_form_prepare (DeskStartForm *self, const char *path, DeskEngine *engine)
{
  if (self->grid == NULL)
    {
      make_fields (self);
      self->fresh = gather (self);
    }
  if (engine != NULL)
    g_set_object (&self->engine, engine);
  if (g_strcmp0 (path, self->path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  keep_words (self);
}

/* Opens it. */
void
desk_start_form_begin (DeskStartForm *self, const char *path, DeskEngine *engine)
{
  desk_start_form_prepare (self, path, engine);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static gboolean
on_submit_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  desk_start_form_submit (DESK_START_FORM (widget));
  return GDK_EVENT_STOP;
}

static gboolean
on_back_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  on_back_clicked_cb (DESK_START_FORM (widget));
  return GDK_EVENT_STOP;
}

static void
desk_start_form_dispose (GObject *object)
{
  DeskStartForm *self = DESK_START_FORM (object);

  if (self->keeper != NULL)
    desk_draft_keeper_flush (self->keeper);
  forget_words (self);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_clear_object (&self->plan);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->community_key, g_free);
  g_clear_pointer (&self->building_key, g_free);
  g_clear_pointer (&self->password_key, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL); /* before its template goes: AdwBin does not notice that */
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_START_FORM);
  G_OBJECT_CLASS (desk_start_form_parent_class)->dispose (object);
}

static void
desk_start_form_class_init (DeskStartFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_start_form_dispose;
  signals[MADE] = g_signal_new ("made", DESK_TYPE_START_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                DESK_TYPE_ENGINE);
  signals[KEPT] = g_signal_new ("kept", DESK_TYPE_START_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", DESK_TYPE_START_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/frontdesk/Frontdesk/start/desk-start-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStartForm, box);
  gtk_widget_class_bind_template_child (widget_class, DeskStartForm, title);
  gtk_widget_class_bind_template_child (widget_class, DeskStartForm, fault);
  gtk_widget_class_bind_template_child (widget_class, DeskStartForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, DeskStartForm, make_button);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, desk_start_form_submit);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, on_submit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, on_submit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, on_submit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_back_key_cb, NULL);
}

static void
desk_start_form_init (DeskStartForm *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = desk_text_new (desk_language_get (), zone);
  self->community_key = desk_id_new_key ();
  self->building_key = desk_id_new_key ();
  self->password_key = desk_id_new_key ();
}

DeskStartForm *
desk_start_form_new (gboolean for_sheet)
{
  DeskStartForm *self = g_object_new (DESK_TYPE_START_FORM, NULL);

  self->for_sheet = for_sheet;
  return self;
}
