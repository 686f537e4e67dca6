package dev.signet.mail;

import dev.signet.platform.Batches;
import dev.signet.platform.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Delivers the mails that are due, one after the other; every node has one. */
@ApplicationScoped
class Postman {

  private static final System.Logger LOG = System.getLogger(Postman.class.getName());

  /** What a mail server says first; the rest may name the recipient. */
  private static final Pattern REPLY_CODE =
      Pattern.compile("\\d{3}(?= )( \\d\\.\\d+\\.\\d+(?= ))?");

  @Inject Mails mails;
  @Inject Templates templates;
  @Inject Delivery delivery;
  @Inject MailSettings settings;
  @Inject Schedule schedule;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.repeat("Sending mails", settings.pollInterval(), this::deliverAll);
    schedule.repeat("Removing mails that were given up", settings.purgeInterval(), this::purge);
  }

  private void deliverAll() {
    Optional<Mail> mail = mails.take();
    while (mail.isPresent() && deliver(mail.get())) {
      mail = mails.take();
    }
  }

  /** Returns whether the next is worth an attempt: where nobody answers, it is not. */
  private boolean deliver(Mail mail) {
    try {
      delivery.deliver(message(mail));
    } catch (SendFailedException notWanted) {
      fail(mail, notWanted);
      return true;
    } catch (RuntimeException unusable) {
      fail(mail, unusable);
      return true;
    } catch (MessagingException | IOException unable) {
      fail(mail, unable);
      return false;
    }
    mails.remove(mail);
    LOG.log(System.Logger.Level.INFO, "Mail {0} delivered", mail.id());
    return true;
  }

  private MailMessage message(Mail mail) throws MessagingException {
    Letter letter = mails.letterOf(mail).orElseThrow(() -> closed(mail));
    return MailMessage.of(mail, letter, templates.render(letter), settings.from());
  }

  private static IllegalStateException closed(Mail mail) {
    LOG.log(
        System.Logger.Level.WARNING,
        "SIGNET_SECRET does not open mail {0}: give the secret before as SIGNET_SECRET_PREVIOUS",
        mail.id());
    return new IllegalStateException("Another secret");
  }

  /** What is thrown says to whom the mail is: only its kind is logged. */
  private void fail(Mail mail, Exception why) {
    Optional<Mail> failed = mails.fail(mail);
    failed
        .flatMap(Mail::dueAt)
        .ifPresent(
            next ->
                LOG.log(
                    System.Logger.Level.WARNING,
                    "Mail {0} not delivered: {1}; next attempt {2}",
                    mail.id(),
                    kind(why),
                    next));
    if (failed.flatMap(Mail::failedAt).isPresent()) {
      LOG.log(System.Logger.Level.ERROR, "Mail {0} given up", mail.id());
    }
  }

  static String kind(Throwable why) {
    return Stream.iterate(why, one -> one != null, Throwable::getCause)
        .map(one -> (one.getClass().getSimpleName() + " " + replyCode(one.getMessage())).strip())
        .collect(Collectors.joining(", "));
  }

  private static String replyCode(@Nullable String message) {
    Matcher code = REPLY_CODE.matcher(message == null ? "" : message);
    return code.lookingAt() ? code.group() : "";
  }

  private void purge() {
    int all = Batches.removeAll(settings.purgeBatch(), mails::purge);
    if (all > 0) {
      LOG.log(System.Logger.Level.INFO, "Removed {0} mails that were given up", all);
    }
  }
}
