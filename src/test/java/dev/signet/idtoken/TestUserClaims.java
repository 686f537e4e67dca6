package dev.signet.idtoken;

import dev.signet.claim.Contributions;
import dev.signet.claim.UserInfoClaims;
import java.util.List;
import java.util.stream.Stream;

/** What clients can know of people. */
public final class TestUserClaims {

  private TestUserClaims() {}

  /** What Signet knows by itself. */
  public static UserClaims standard() {
    return with();
  }

  /** The same, and what others add. */
  static UserClaims with(UserInfoClaims... others) {
    List<UserInfoClaims> all =
        Stream.concat(Stream.of(StandardClaims.values()), Stream.of(others)).toList();
    return new UserClaims(Contributions.userInfo(all));
  }
}
