package dev.signet.throttle;

import dev.signet.platform.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * What strangers may try. A limit that is off is empty.
 *
 * @param login failures in a row with one identifier
 * @param loginPerIp failures from one address
 * @param signupPerIp sign-ups from one address
 * @param mailPerAddress mails that are asked for to one address
 * @param mailPerIp mails that are asked for from one address
 * @param linkPerIp links of mails that are tried from one address
 * @param deviceLifetime how long a device is known after a login from it
 */
public record ThrottleSettings(
    Optional<Pauses> login,
    Optional<Rate> loginPerIp,
    Optional<Rate> signupPerIp,
    Optional<Rate> mailPerAddress,
    Optional<Rate> mailPerIp,
    Optional<Rate> linkPerIp,
    Duration deviceLifetime) {

  public static ThrottleSettings from(Settings settings) {
    return new ThrottleSettings(
        Pauses.of(settings, "signet.throttle.login"),
        Rate.of(settings, "signet.throttle.login.per-ip"),
        Rate.of(settings, "signet.throttle.signup.per-ip"),
        Rate.of(settings, "signet.throttle.mail.per-address"),
        Rate.of(settings, "signet.throttle.mail.per-ip"),
        Rate.of(settings, "signet.throttle.link.per-ip"),
        settings.duration("signet.throttle.device-lifetime", Duration.ofDays(1)));
  }
}
