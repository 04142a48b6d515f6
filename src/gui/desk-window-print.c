/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>

#include "desk-cancelled.h"
#include "desk-id.h"
#include "desk-list-view.h"
#include "desk-paper-draw.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* The list in front on paper, as it is shown: Ctrl+P; and work orders. A few pages are drawn straight for the printer; many are written as
 * a PDF on a thread first, which the printer then gets. */

#define PAGES_DRAWN_HERE 20

/* One list on its way to the printer. */
typedef struct
{
  DeskWindow *window;
  GtkWindow *over; /* that the printer is asked for over */
  DeskPaper *paper;
  char *title;
  DeskList list;
  guint count; /* rows */
  char *pdf; /* (nullable): a file of our own */
  DeskProgress *progress;
  GtkPrintJob *job; /* (nullable) */
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  if (print->pdf != NULL)
    g_unlink (print->pdf);
  g_free (print->pdf);
  g_free (print->title);
  g_clear_pointer (&print->paper, desk_paper_free);
  g_clear_object (&print->job);
  desk_progress_unref (print->progress);
  g_object_unref (print->over);
  g_object_unref (print->window);
  g_free (print);
}

/* Says how it ended and forgets it. @words: (nullable): that it went out; @error: (nullable). */
static void
end (Print *print, const char *words, const GError *error)
{
  DeskWindow *self = print->window;

  if (words != NULL && error == NULL && self->engine != NULL)
    desk_window_note_list (self, DESK_USE_CASE_NOTE_PRINT, print->list, print->count);
  if (!self->closing)
    {
      desk_work_bar_end (self->work);
      desk_window_actions_update (self);
      if (error != NULL)
        desk_window_say_error (self, error);
      else if (words != NULL)
        desk_window_toast (self, words);
    }
  print_free (print);
}

static char *
sent_words (Print *print, const char *printer)
{
  g_autofree char *pages = desk_text_number (desk_paper_get_n_pages (print->paper));

  return desk_text_fill (_("%1 pages of “%2” sent to %3"), (const char *[]){ pages, print->title, printer, NULL });
}

static GtkPageSetup *
page_setup (Print *print)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  g_autoptr (GtkPaperSize) size = NULL;

  desk_paper_get_size (print->paper, &width, &height);
  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

/* Printed to a file, the list stands with the other documents under its own name and day, as an export does. */
static GtkPrintSettings *
print_settings (Print *print)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *day = desk_day_format (desk_engine_today (print->window->engine));
  g_autofree char *name = g_strdup_printf ("%s %s", print->title, day);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, documents != NULL ? documents : g_get_home_dir ());
  return settings;
}

/* A few pages */

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  desk_paper_draw (print->paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
on_operation_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *printer = settings != NULL ? gtk_print_settings_get_printer (settings) : NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    words = sent_words (print, printer != NULL ? printer : _("the printer"));
  end (print, words, error);
}

static void
print_few (Print *print)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup (print);
  g_autoptr (GtkPrintSettings) settings = print_settings (print);

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_n_pages (operation, (int) desk_paper_get_n_pages (print->paper));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, print->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (on_operation_done_cb), print);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, print->over, NULL);
}

/* Many pages */

static void
on_sent_cb (GtkPrintJob *job, gpointer data, const GError *error)
{
  Print *print = data;
  g_autofree char *words = sent_words (print, gtk_printer_get_name (gtk_print_job_get_printer (job)));

  end (print, words, error);
}

static void
write_pdf (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Print *print = data;
  GError *error = NULL;

  if (desk_paper_write_pdf (print->paper, print->pdf, print->title, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_pdf_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) || !gtk_print_job_set_source_file (print->job, print->pdf, &error))
    end (print, NULL, error);
  else
    gtk_print_job_send (print->job, on_sent_cb, print, NULL);
}

/* A name in a folder that only this user can read. */
static char *
pdf_path (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "frontdesk", NULL);
  g_autofree char *path = g_build_filename (folder, "print-XXXXXX.pdf", NULL);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_mkstemp (path); /* 0600 */
  if (fd < 0)
    {
      g_set_error (error, DESK_ERROR, DESK_ERROR_IO, "%s: %s", path, g_strerror (errno));
      return NULL;
    }
  g_close (fd, NULL);
  return g_steal_pointer (&path);
}

static void
on_printer_chosen_cb (GtkPrintUnixDialog *dialog, int response, gpointer data)
{
  Print *print = data;
  GtkPrinter *printer = response == GTK_RESPONSE_OK ? gtk_print_unix_dialog_get_selected_printer (dialog) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;

  if (printer != NULL)
    {
      settings = gtk_print_unix_dialog_get_settings (dialog);
      print->job = gtk_print_job_new (print->title, printer, settings, gtk_print_unix_dialog_get_page_setup (dialog));
      print->pdf = pdf_path (&error);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (print->pdf == NULL)
    {
      end (print, NULL, error);
      return;
    }
  desk_work_bar_begin (print->window->work, _("Preparing the pages"), print->progress);
  task = g_task_new (NULL, desk_progress_get_cancellable (print->progress), on_pdf_written_cb, print);
  g_task_set_task_data (task, print, NULL);
  g_task_run_in_thread (task, write_pdf);
}

static void
print_many (Print *print)
{
  GtkWidget *dialog = gtk_print_unix_dialog_new (_("Print the List"), print->over);
  g_autoptr (GtkPageSetup) setup = page_setup (print);
  g_autoptr (GtkPrintSettings) settings = print_settings (print);

  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog), GTK_PRINT_CAPABILITY_GENERATE_PDF);
  gtk_print_unix_dialog_set_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), setup);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_printer_chosen_cb), print);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_paper_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskListSheet *sheet = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (sheet != NULL)
    {
      print->paper = g_steal_pointer (&sheet->paper);
      print->count = sheet->count;
    }
  if (sheet != NULL)
    desk_use_case_free_result (use_case, sheet);
  if (print->paper == NULL || print->window->closing)
    {
      end (print, NULL, error);
      return;
    }
  desk_work_bar_end (print->window->work);
  if (desk_paper_get_n_pages (print->paper) <= PAGES_DRAWN_HERE)
    print_few (print);
  else
    print_many (print);
}

/* @title: (transfer full): of the paper; @progress: (out): for the input. */
static Print *
begin (DeskWindow *self, GtkWindow *over, DeskList list, char *title, DeskProgress **progress)
{
  Print *print = g_new0 (Print, 1);

  print->window = g_object_ref (self);
  print->over = g_object_ref (over);
  print->list = list;
  print->title = title;
  print->progress = desk_progress_new ();
  *progress = desk_progress_ref (print->progress);
  desk_work_bar_begin (self->work, _("Preparing the pages"), print->progress);
  desk_window_actions_update (self);
  return print;
}

/* Puts @list (transfer full) on paper and asks over @over for the printer. */
void
desk_window_print (DeskWindow *self, DeskListSheetInput *list, GtkWindow *over)
{
  Print *print;

  print = begin (self, over, list->list->list, g_strdup (desk_text_list (self->text, list->list->list)), &list->progress);
  desk_engine_call_async (self->engine, DESK_USE_CASE_PRINT_LIST, list, desk_progress_get_cancellable (print->progress),
                          on_paper_made_cb, print);
}

/* Ctrl+P. */
void
desk_window_print_list (DeskWindow *self)
{
  DeskListSheetInput *list = desk_window_describe_list (self);

  if (list != NULL)
    desk_window_print (self, list, GTK_WINDOW (self));
}

/* Orders whose numbers are, or need not be, in the trail. @in: (transfer full). */
static void
print_orders (DeskWindow *self, DeskList list, DeskOrdersInput *in)
{
  const char *title = list == DESK_LIST_COMPLAINTS ? ngettext ("Complaint Form", "Complaint Forms", in->ids->len)
                                                   : ngettext ("Work Order", "Work Orders", in->ids->len);
  Print *print = begin (self, GTK_WINDOW (self), list, g_strdup (title), &in->progress);

  desk_engine_call_async (self->engine, DESK_USE_CASE_PRINT_ORDERS, in, desk_progress_get_cancellable (print->progress),
                          on_paper_made_cb, print);
}

typedef struct
{
  DeskWindow *window;
  DeskList list;
  DeskOrdersInput *in;
} Orders;

/* Who may not see them, here or in one of these houses, prints them masked. */
static void
on_revealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Orders *orders = data;
  g_autoptr (DeskWindow) window = orders->window;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, NULL);

  if (saved != NULL)
    orders->in->reveal_act = saved->act_id;
  if (saved != NULL)
    desk_use_case_free_result (DESK_USE_CASE_REVEAL_ORDERS, saved);
  if (window->closing || window->engine == NULL)
    desk_orders_input_free (orders->in);
  else
    print_orders (window, orders->list, orders->in);
  g_free (orders);
}

void
desk_window_print_orders (DeskWindow *self, DeskList list, const gint64 *ids, guint n_ids)
{
  DeskOrdersInput *in, *reveal;
  Orders *orders;
  DeskMay may;

  if (self == NULL || n_ids == 0)
    return;
  in = desk_orders_input_new (ids, n_ids);
  may = desk_engine_may (self->engine, DESK_RIGHT_PERSON_REVEAL, TRUE, 0, 0);
  if (may != DESK_MAY && may != DESK_MAY_HERE_NOT)
    {
      print_orders (self, list, in);
      return;
    }
  reveal = desk_orders_input_new (ids, n_ids);
  reveal->input.request_key = desk_id_new_key ();
  orders = g_new0 (Orders, 1);
  *orders = (Orders){ g_object_ref (self), list, in };
  desk_engine_call_async (self->engine, DESK_USE_CASE_REVEAL_ORDERS, reveal, NULL, on_revealed_cb, orders);
}
