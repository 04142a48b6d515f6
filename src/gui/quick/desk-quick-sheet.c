/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-sheet-private.h"

#include <glib/gi18n.h>

#include "desk-cancelled.h"
#include "desk-compose.h"
#include "desk-field.h"
#include "desk-staff-choice.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"

#define SHEET_WIDTH 880
#define SIDE_FROM (SHEET_WIDTH + 32) /* px of the window: what stands beside a household of five does not fit in less */
#define BODY_HEIGHT 330
#define AROUND_BODY 250 /* line, tokens and foot with the sheet's margins */

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

enum
{
  SAVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskQuickSheet, desk_quick_sheet, GTK_TYPE_WIDGET)

static void
drop_visit (DeskQuickSheet *self)
{
  desk_record_free (self->visit);
  self->visit = NULL;
}

static void
drop_result (DeskQuickSheet *self)
{
  if (self->result != NULL)
    desk_use_case_free_result (DESK_USE_CASE_READ_LINE, self->result);
  self->result = NULL;
}

/* Something was typed or corrected. */
void
desk_quick_sheet_touch (DeskQuickSheet *self)
{
  if (self->keeper != NULL)
    desk_draft_keeper_touch (self->keeper);
}

/* Showing the answer */

/* What was understood stands underlined in the line itself. */
static void
underline (DeskQuickSheet *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  glong n = g_utf8_strlen (line, -1);

  for (int i = 0; i < DESK_N_QUICK_PARTS; i++)
    {
      const DeskQuickToken *token = &self->result->entry->tokens[i];
      PangoAttribute *attribute;

      if (token->to_char <= token->from_char || token->to_char > n)
        continue;
      attribute = pango_attr_underline_new (token->surety == DESK_QUICK_GUESSED ? PANGO_UNDERLINE_LOW : PANGO_UNDERLINE_SINGLE);
      attribute->start_index = (guint) (g_utf8_offset_to_pointer (line, token->from_char) - line);
      attribute->end_index = (guint) (g_utf8_offset_to_pointer (line, token->to_char) - line);
      pango_attr_list_insert (attributes, attribute);
    }
  gtk_entry_set_attributes (GTK_ENTRY (self->entry), attributes);
}

/* Whom to propose: who is on duty for it, else the technician with the least open. */
static gint64
propose (const GPtrArray *loads)
{
  gint64 technician = 1 << DESK_STAFF_ROLE_TECHNICIAN, other = ~technician;

  for (guint i = 0; i < loads->len; i++)
    if (((DeskLoad *) loads->pdata[i])->on_duty)
      return ((DeskLoad *) loads->pdata[i])->staff_id;
  for (guint i = 0; i < loads->len; i++)
    if ((((DeskLoad *) loads->pdata[i])->roles & technician) != 0 && (((DeskLoad *) loads->pdata[i])->roles & other) == 0)
      return ((DeskLoad *) loads->pdata[i])->staff_id;
  return loads->len > 0 ? ((DeskLoad *) loads->pdata[0])->staff_id : 0;
}

/* Somebody is proposed until somebody is chosen. */
static void
fill_assignee (DeskQuickSheet *self)
{
  const GPtrArray *loads = self->result->loads;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  gint64 nobody = 0, chosen = desk_choice_field_get_value (DESK_CHOICE_FIELD (self->assignee));

  g_array_append_val (values, nobody);
  g_ptr_array_add (labels, g_strdup (_("Nobody yet")));
  for (guint i = 0; i < loads->len; i++)
    {
      const DeskLoad *load = loads->pdata[i];
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, load->n_open);

      g_array_append_val (values, load->staff_id);
      g_ptr_array_add (labels, desk_text_fill (load->on_duty ? _("%1 (on duty, %2 open)") : _("%1 (%2 open)"),
                                               (const char *[]){ desk_text_staff_name (self->text, load->name), n, NULL }));
    }
  desk_choice_field_set_choices (DESK_CHOICE_FIELD (self->assignee), (const gint64 *) values->data,
                                 (const char *const *) labels->pdata, values->len);
  if (self->assignee_kept >= 0)
    chosen = self->assignee_kept;
  else if (!self->assignee_chosen)
    chosen = self->result->entry->category_id != 0 ? propose (loads) : 0;
  self->assignee_kept = -1;
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->assignee), chosen);
}

static void
show_outcome (DeskQuickSheet *self)
{
  g_autofree char *fact = desk_quick_words_outcome (self);
  g_autofree char *advice = desk_quick_words_advice (self);
  GtkWidget *child;
  const char *const words[] = { fact, advice };

  while ((child = gtk_widget_get_first_child (self->outcome)) != NULL)
    gtk_box_remove (GTK_BOX (self->outcome), child);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (*words[i] != '\0')
      {
        GtkWidget *label = gtk_label_new (words[i]);

        gtk_widget_add_css_class (label, i == 0 ? "strong" : "dim");
        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_wrap (GTK_LABEL (label), TRUE);
        gtk_box_append (GTK_BOX (self->outcome), label);
      }
}

static void
set_button_words (GtkWidget *button, const char *label)
{
  GtkWidget *words = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_text (GTK_LABEL (words), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static const char *
save_words (DeskTarget target)
{
  switch ((int) target)
    {
    case DESK_TARGET_REPAIR:
      return _("Open Repair");
    case DESK_TARGET_COMPLAINT:
      return _("Open Complaint");
    case DESK_TARGET_MEMO:
      return _("Leave Message");
    default:
      return _("Log It");
    }
}

static void
show_result (DeskQuickSheet *self)
{
  gint64 kind = desk_quick_sheet_kind (self);
  gboolean is_case = desk_quick_sheet_is_case (self), memo = kind == DESK_VISIT_MESSAGE;

  desk_quick_fields_fill (self);
  underline (self);
  gtk_widget_set_visible (self->summary, !is_case && !memo);
  gtk_widget_set_visible (self->assignee, is_case);
  gtk_widget_set_visible (self->memo_to, memo);
  gtk_widget_set_visible (self->memo_call, memo);
  gtk_widget_set_visible (self->memo_read, memo);
  fill_assignee (self);
  show_outcome (self);
  desk_quick_side_fill (self);
  set_button_words (self->save, save_words (desk_quick_sheet_target (self)));
  gtk_widget_set_visible (self->only, self->visit == NULL && (is_case || memo));
  gtk_widget_set_visible (self->follow, self->visit == NULL && !memo);
}

/* Asking */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskQuickSheet) self = data;
  g_autoptr (GError) error = NULL;
  DeskLineResult *line = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (line == NULL && desk_cancelled (error))
    return;
  if (self->engine == NULL || !self->open)
    {
      desk_use_case_free_result (DESK_USE_CASE_READ_LINE, line);
      return;
    }
  self->asked = FALSE;
  if (line == NULL)
    {
      g_autofree char *sentence = desk_text_error (self->text, error);

      self->save_waits = FALSE;
      desk_quick_sheet_say (self, sentence);
      return;
    }
  drop_result (self);
  self->result = line;
  show_result (self);
  if (self->save_waits)
    {
      self->save_waits = FALSE;
      desk_quick_sheet_save (self, self->save_as == DESK_N_TARGETS ? desk_quick_sheet_target (self) : self->save_as,
                             self->save_follow);
    }
}

/* What does it mean now? */
void
desk_quick_sheet_ask (DeskQuickSheet *self)
{
  DeskLineInput *in;

  if (self->engine == NULL || !self->open)
    return;
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  self->asked = TRUE;
  in = desk_line_input_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  in->unit_id = self->fixed[DESK_QUICK_UNIT];
  in->person_id = self->fixed[DESK_QUICK_PERSON];
  in->kind = self->fixed[DESK_QUICK_KIND];
  in->category_id = self->fixed[DESK_QUICK_CATEGORY];
  in->urgency = self->fixed[DESK_QUICK_URGENCY];
  desk_engine_call_async (self->engine, DESK_USE_CASE_READ_LINE, in, self->asking, read_cb, g_object_ref (self));
}

static void
line_changed (DeskQuickSheet *self)
{
  if (self->quiet)
    return;
  desk_quick_sheet_touch (self);
  desk_quick_sheet_ask (self);
}

/* Enter: on to the next field. */
static void
line_done (DeskQuickSheet *self)
{
  if (!desk_compose_is_under_way (self->entry))
    desk_field_focus (DESK_FIELD (gtk_widget_get_visible (self->summary) ? self->summary : self->detail));
}

static void
settings_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskQuickSheet) self = data;
  DeskCaseSettings *settings = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  if (settings == NULL)
    return;
  if (self->settings != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_CASE_SETTINGS, self->settings);
  self->settings = settings;
  if (self->open && self->result != NULL)
    desk_quick_fields_fill (self);
}

static void
staff_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskQuickSheet) self = data;
  DeskStaffList *staff = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  if (staff == NULL)
    return;
  if (self->engine != NULL)
    {
      desk_staff_choice_fill (DESK_CHOICE_FIELD (self->memo_to), self->engine, self->text, staff, FALSE);
      if (self->memo_kept >= 0)
        desk_choice_field_set_value (DESK_CHOICE_FIELD (self->memo_to), self->memo_kept);
      self->memo_kept = -1;
    }
  desk_use_case_free_result (DESK_USE_CASE_LIST_STAFF, staff);
}

static void
read_around (DeskQuickSheet *self)
{
  DeskDay today = desk_engine_today (self->engine);

  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_CASE_SETTINGS, desk_get_input_new (DESK_KIND_CATEGORY, 0, today),
                          NULL, settings_cb, g_object_ref (self));
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_STAFF, desk_get_input_new (DESK_KIND_STAFF, 0, today), NULL,
                          staff_cb, g_object_ref (self));
}

/* Opening and closing */

static void
fit (DeskQuickSheet *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);

  gtk_widget_set_size_request (self->sheet, CLAMP (width - 32, 320, SHEET_WIDTH), -1);
  gtk_widget_set_size_request (self->columns, -1, CLAMP (height - AROUND_BODY, 140, BODY_HEIGHT));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (self->side), "desk-frame"), width >= SIDE_FROM);
}

static void
set_open (DeskQuickSheet *self, gboolean open)
{
  self->open = open;
  gtk_widget_set_visible (GTK_WIDGET (self), open);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* Takes away everything that was typed. */
void
desk_quick_sheet_forget (DeskQuickSheet *self)
{
  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  desk_field_set_typed (DESK_FIELD (self->detail), "");
  desk_field_set_typed (DESK_FIELD (self->summary), "");
  desk_field_set_typed (DESK_FIELD (self->memo_call), "");
  desk_choice_field_set_value (DESK_CHOICE_FIELD (self->memo_read), 0);
  self->assignee_chosen = FALSE;
  self->assignee_kept = self->memo_kept = -1;
  self->quiet = FALSE;
  desk_quick_fields_reset (self);
  desk_quick_sheet_say (self, NULL);
  drop_visit (self);
  drop_result (self);
}

/* The entry that becomes something says what the line would. */
static void
take_visit (DeskQuickSheet *self, const DeskVisit *visit)
{
  self->visit = desk_record_copy (visit);
  self->fixed[DESK_QUICK_UNIT] = visit->unit_id != 0 ? visit->unit_id : DESK_LINE_NOBODY;
  self->fixed[DESK_QUICK_PERSON] = visit->person_id != 0 ? visit->person_id : DESK_LINE_NOBODY;
  self->fixed[DESK_QUICK_CHANNEL] = visit->channel;
  gtk_editable_set_text (GTK_EDITABLE (self->caller), visit->caller != NULL ? visit->caller : "");
}

/* Lies over the window with the focus in its line. */
void
desk_quick_sheet_open (DeskQuickSheet *self, const DeskQuickAsk *ask)
{
  const char *line = ask->visit != NULL ? ask->visit->about : ask->line;

  if (self->engine == NULL)
    return;
  if (!self->open)
    g_set_weak_pointer (&self->came_from, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  desk_quick_sheet_forget (self);
  fit (self);
  set_open (self, TRUE);
  self->quiet = TRUE;
  if (ask->visit != NULL)
    take_visit (self, ask->visit);
  if (ask->unit_id != 0)
    self->fixed[DESK_QUICK_UNIT] = ask->unit_id;
  if (ask->person_id != 0)
    self->fixed[DESK_QUICK_PERSON] = ask->person_id;
  desk_quick_draft_begin (self);
  self->fixed[DESK_QUICK_KIND] = ask->kind;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), line != NULL ? line : "");
  self->quiet = FALSE;
  if (line != NULL && *line != '\0')
    desk_quick_sheet_touch (self);
  read_around (self);
  desk_quick_sheet_ask (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
stop_keeping (DeskQuickSheet *self)
{
  if (self->keeper != NULL)
    {
      desk_draft_keeper_flush (self->keeper);
      g_object_run_dispose (G_OBJECT (self->keeper));
    }
  g_clear_object (&self->keeper);
}

/* Goes without saving, and gives the focus back where it came from; what was typed is kept. */
void
desk_quick_sheet_close (DeskQuickSheet *self)
{
  if (!self->open)
    return;
  stop_keeping (self);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  self->asked = self->save_waits = FALSE;
  set_open (self, FALSE);
  if (self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  g_clear_weak_pointer (&self->came_from);
}

/* For the half that saves: the entry stands. */
void
desk_quick_sheet_done (DeskQuickSheet *self, gint64 visit_id, gint64 act_id)
{
  gboolean follow = self->save_follow;

  self->save_follow = FALSE;
  desk_quick_draft_end (self);
  desk_quick_sheet_close (self);
  g_signal_emit (self, signals[SAVED], 0, visit_id, act_id, (int) follow);
}

/* Returns: whether it lies over the window. */
gboolean
desk_quick_sheet_is_open (DeskQuickSheet *self)
{
  return self->open;
}

/* Keys */

static gboolean
alt_pressed (DeskQuickSheet *self, guint key)
{
  guint32 c = gdk_keyval_to_unicode (gdk_keyval_to_lower (key));

  if (c >= '1' && c < '1' + DESK_N_QUICK_PARTS)
    {
      if (gtk_widget_get_visible (self->tokens[c - '1'].button))
        desk_quick_fields_show (self, (DeskQuickPart) (c - '1'), TRUE);
    }
  else if (c == 'l' && gtk_widget_get_visible (self->only))
    desk_quick_sheet_save (self, DESK_TARGET_NONE, FALSE);
  else if (c == 'f' && gtk_widget_get_visible (self->follow))
    desk_quick_sheet_save (self, DESK_TARGET_NONE, TRUE);
  else if (c == 'r' && self->result != NULL && self->result->same->len > 0 && desk_quick_sheet_is_case (self))
    desk_quick_sheet_save (self, DESK_TARGET_AGAIN, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
save_clicked (DeskQuickSheet *self)
{
  if (self->asked || self->result == NULL)
    desk_quick_sheet_save (self, DESK_N_TARGETS, FALSE); /* of the kind that comes with the answer */
  else
    desk_quick_sheet_save (self, desk_quick_sheet_target (self), FALSE);
}

static void
only_clicked (DeskQuickSheet *self)
{
  desk_quick_sheet_save (self, DESK_TARGET_NONE, FALSE);
}

static void
follow_clicked (DeskQuickSheet *self)
{
  desk_quick_sheet_save (self, DESK_TARGET_NONE, TRUE);
}

static void
kind_key (DeskQuickSheet *self, gint64 kind)
{
  self->fixed[DESK_QUICK_KIND] = kind;
  self->fixed[DESK_QUICK_CATEGORY] = 0;
  desk_quick_sheet_touch (self);
  desk_quick_sheet_ask (self);
}

/* Seen before the fields: a key of the sheet is no letter. */
static gboolean
captured (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, DeskQuickSheet *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (desk_compose_is_under_way (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_ALT_MASK) != 0 && !control)
    return alt_pressed (self, key);
  if (control && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_s))
    save_clicked (self);
  else if (control && !shift && (key == GDK_KEY_j || key == GDK_KEY_J))
    {
      if (self->result != NULL && self->result->outages->len > 0)
        desk_quick_sheet_save (self, DESK_TARGET_OUTAGE, FALSE);
    }
  else if (control && shift && (key == GDK_KEY_C || key == GDK_KEY_c))
    kind_key (self, DESK_VISIT_COMPLAINT);
  else if (control && shift && (key == GDK_KEY_R || key == GDK_KEY_r))
    kind_key (self, DESK_VISIT_REPAIR);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, DeskQuickSheet *self)
{
  if (key == GDK_KEY_F6 || key == GDK_KEY_F9)
    return GDK_EVENT_STOP;
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  desk_quick_sheet_close (self);
  return GDK_EVENT_STOP;
}

/* Object */

static void
desk_quick_sheet_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, DESK_QUICK_SHEET (object)->open);
}

static void
desk_quick_sheet_dispose (GObject *object)
{
  DeskQuickSheet *self = DESK_QUICK_SHEET (object);

  stop_keeping (self);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  drop_result (self);
  drop_visit (self);
  if (self->settings != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_CASE_SETTINGS, self->settings);
  self->settings = NULL;
  g_clear_weak_pointer (&self->came_from);
  g_clear_pointer (&self->layers, gtk_widget_unparent);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_quick_sheet_parent_class)->dispose (object);
}

static void
desk_quick_sheet_class_init (DeskQuickSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_quick_sheet_dispose;
  object_class->get_property = desk_quick_sheet_get_property;
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SAVED] = g_signal_new ("saved", DESK_TYPE_QUICK_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                 G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_quick_sheet_init (DeskQuickSheet *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *capture = gtk_event_controller_key_new ();

  self->assignee_kept = self->memo_kept = -1;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  desk_quick_sheet_frame (self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (line_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (line_done), self);
  g_signal_connect_swapped (self->only, "clicked", G_CALLBACK (only_clicked), self);
  g_signal_connect_swapped (self->follow, "clicked", G_CALLBACK (follow_clicked), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_clicked), self);
  gtk_event_controller_set_propagation_phase (capture, GTK_PHASE_CAPTURE);
  g_signal_connect (capture, "key-pressed", G_CALLBACK (captured), self);
  gtk_widget_add_controller (self->layers, capture);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (self->layers, keys);
}

/* Returns: (transfer floating): closed, without a store. */
DeskQuickSheet *
desk_quick_sheet_new (void)
{
  return g_object_new (DESK_TYPE_QUICK_SHEET, NULL);
}

/* From now on it writes into this store. */
void
desk_quick_sheet_set_engine (DeskQuickSheet *self, DeskEngine *engine, DeskText *text)
{
  desk_quick_sheet_close (self);
  g_set_object (&self->engine, engine);
  g_clear_pointer (&self->text, desk_text_unref);
  self->text = desk_text_ref (text);
  desk_quick_sheet_build (self);
}
