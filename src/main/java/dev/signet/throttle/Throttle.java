package dev.signet.throttle;

import dev.signet.origin.Origin;
import dev.signet.platform.Refusal;
import dev.signet.problem.ProblemException;
import dev.signet.throttle.Attempt.Success;
import dev.signet.throttle.Attempt.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Limits what strangers may try. Each attempt is counted before its work is done, so that no number
 * of them at once gets through, and on all nodes together. It stays counted when the transaction of
 * the caller does not commit.
 *
 * <p>Every limit is refused with {@link dev.signet.problem.Problem#THROTTLED} and the time to wait.
 */
@ApplicationScoped
@Transactional(value = Transactional.TxType.NOT_SUPPORTED, dontRollbackOn = Refusal.class)
public class Throttle {

  private static final System.Logger LOG = System.getLogger(Throttle.class.getName());

  @Inject ThrottleSettings settings;
  @Inject Counters counters;
  @Inject KnownDevices devices;
  @Inject Clock clock;

  /**
   * Lets a login through, or refuses it: by the address it is from, and by its identifier. One that
   * nobody has is counted as any other. Where strangers have used up an identifier, a device from
   * which its account has logged in before has attempts of its own.
   *
   * @param identifier in the form in which identifiers are compared
   * @param account whose it is, if anybody's
   */
  public Attempt login(String identifier, Optional<UUID> account, Origin origin) {
    Taking taking = new Taking(origin);
    taking.take("login.per-ip", settings.loginPerIp(), origin.network());
    settings.login().ifPresent(pauses -> taking.proof("login", pauses, identifier, account));
    return taking.attempt();
  }

  /**
   * Lets an account that is logged in prove once more who it is, or refuses it; as a login, but by
   * the account.
   */
  public Attempt reauthentication(UUID account, Origin origin) {
    Taking taking = new Taking(origin);
    taking.take("login.per-ip", settings.loginPerIp(), origin.network());
    settings
        .login()
        .ifPresent(
            pauses ->
                taking.proof("reauthentication", pauses, account.toString(), Optional.of(account)));
    return taking.attempt();
  }

  /**
   * The attempt has proven who it is: it was no failure. What failed before on its device is
   * forgotten, or with its identifier where the device was not known.
   */
  public void succeeded(Attempt attempt) {
    for (Taken one : attempt.taken()) {
      switch (one.success()) {
        case CLEARS -> counters.clear(one.id());
        case IS_NO_FAILURE -> counters.giveBack(one.limit(), one.id(), one.at());
      }
    }
  }

  /** Nobody has looked whether the attempt is a failure: it was none. */
  public void abandoned(Attempt attempt) {
    attempt.taken().forEach(one -> counters.giveBack(one.limit(), one.id(), one.at()));
  }

  /** What the device of a login is to show from now on: see {@link Origin#device}. */
  public String deviceAfter(UUID account, Origin origin) {
    return devices.after(account, origin, clock.instant());
  }

  /** Lets a sign-up through, or refuses it: by the address it is from. */
  public void signup(Origin origin) {
    new Taking(origin).take("signup.per-ip", settings.signupPerIp(), origin.network());
  }

  /**
   * Lets somebody have a mail sent, or refuses it: by the address the request is from, and by the
   * one to which it would go, whether or not that is anybody's. Each kind of mail has a count of
   * its own, or who asks for one would keep others from another.
   *
   * @param kind of mail
   * @param identifier in the form in which identifiers are compared
   */
  public void mail(String kind, String identifier, Origin origin) {
    Taking taking = new Taking(origin);
    taking.take("mail.per-ip", settings.mailPerIp(), origin.network());
    taking.take("mail.per-address", settings.mailPerAddress(), kind + " " + identifier);
  }

  /** Lets somebody try the link of a mail, or refuses it: by the address it is from. */
  public void link(Origin origin) {
    new Taking(origin).take("link.per-ip", settings.linkPerIp(), origin.network());
  }

  /**
   * Takes of one limit after the other. The first that refuses gives back what was taken before.
   */
  private final class Taking {

    private final Origin origin;
    private final Instant now = clock.instant();
    private final List<Taken> taken = new ArrayList<>();

    private Taking(Origin origin) {
      this.origin = origin;
    }

    private Attempt attempt() {
      return new Attempt(taken);
    }

    private void take(String name, Optional<Rate> rate, String subject) {
      rate.map(limit -> tried(name, limit, subject, Success.IS_NO_FAILURE))
          .filter(wait -> !wait.isZero())
          .ifPresent(wait -> refuse(name, wait));
    }

    private void proof(String name, Pauses pauses, String subject, Optional<UUID> account) {
      Optional<String> device = devices.find(account, origin, now);
      Success success = device.isPresent() ? Success.IS_NO_FAILURE : Success.CLEARS;
      Duration strangers = tried(name, pauses, subject, success);
      if (strangers.isZero()) {
        return;
      }
      Duration wait =
          device
              .map(known -> tried(name + ".device", pauses, known, Success.CLEARS))
              .filter(own -> own.compareTo(strangers) < 0)
              .orElse(strangers);
      if (!wait.isZero()) {
        refuse(name, wait);
      }
    }

    private Duration tried(String name, Limit limit, String subject, Success success) {
      String id = counters.id(name, subject);
      Duration wait = counters.take(limit, id, now);
      if (wait.isZero()) {
        taken.add(new Taken(limit, id, now, success));
      }
      return wait;
    }

    private void refuse(String name, Duration wait) {
      abandoned(attempt());
      LOG.log(
          System.Logger.Level.INFO, "Throttled: {0}, from {1}, for {2}", name, origin.ip(), wait);
      throw ProblemException.throttled(wait);
    }
  }
}
