package dev.signet.platform;

import java.util.List;

/** Every setting of Django's Simple JWT 5.5.1, in its order, with its default. */
enum SimpleJwtSetting {
  ACCESS_TOKEN_LIFETIME("timedelta(minutes=5)", "PT5M"),
  REFRESH_TOKEN_LIFETIME("timedelta(days=1)", "P1D"),
  ROTATE_REFRESH_TOKENS("False", "false"),
  BLACKLIST_AFTER_ROTATION("False", "false"),
  UPDATE_LAST_LOGIN("False", "false"),
  ALGORITHM("\"HS256\"", "HS256"),
  SIGNING_KEY("settings.SECRET_KEY"),
  VERIFYING_KEY("\"\""),
  AUDIENCE("None"),
  ISSUER("None"),
  JSON_ENCODER("None"),
  JWK_URL("None"),
  LEEWAY("0", "PT0S"),
  AUTH_HEADER_TYPES("(\"Bearer\",)", "Bearer"),
  AUTH_HEADER_NAME("\"HTTP_AUTHORIZATION\"", "Authorization"),
  USER_ID_FIELD("\"id\"", "id"),
  USER_ID_CLAIM("\"user_id\"", "user_id"),
  USER_AUTHENTICATION_RULE("\"…authentication.default_user_authentication_rule\""),
  ON_LOGIN_SUCCESS("\"…serializers.default_on_login_success\""),
  ON_LOGIN_FAILED("\"…serializers.default_on_login_failed\""),
  AUTH_TOKEN_CLASSES("(\"…tokens.AccessToken\",)", "access"),
  TOKEN_TYPE_CLAIM("\"token_type\"", "token_type"),
  JTI_CLAIM("\"jti\"", "jti"),
  TOKEN_USER_CLASS("\"…models.TokenUser\""),
  SLIDING_TOKEN_REFRESH_EXP_CLAIM("\"refresh_exp\"", "refresh_exp"),
  SLIDING_TOKEN_LIFETIME("timedelta(minutes=5)", "PT5M"),
  SLIDING_TOKEN_REFRESH_LIFETIME("timedelta(days=1)", "P1D"),
  TOKEN_OBTAIN_SERIALIZER("\"…serializers.TokenObtainPairSerializer\""),
  TOKEN_REFRESH_SERIALIZER("\"…serializers.TokenRefreshSerializer\""),
  TOKEN_VERIFY_SERIALIZER("\"…serializers.TokenVerifySerializer\""),
  TOKEN_BLACKLIST_SERIALIZER("\"…serializers.TokenBlacklistSerializer\""),
  SLIDING_TOKEN_OBTAIN_SERIALIZER("\"…serializers.TokenObtainSlidingSerializer\""),
  SLIDING_TOKEN_REFRESH_SERIALIZER("\"…serializers.TokenRefreshSlidingSerializer\""),
  CHECK_REVOKE_TOKEN("False"),
  REVOKE_TOKEN_CLAIM("\"hash_password\""),
  CHECK_USER_IS_ACTIVE("True", "true");

  private final String fallback;
  private final String inOurWords;

  /** A default that Signet has no words for. */
  SimpleJwtSetting(String fallback) {
    this(fallback, "");
  }

  SimpleJwtSetting(String fallback, String inOurWords) {
    this.fallback = fallback;
    this.inOurWords = inOurWords;
  }

  int number() {
    return List.of(values()).indexOf(this) + 1;
  }

  /** As Python has it; … is {@code rest_framework_simplejwt.} */
  String fallback() {
    return fallback;
  }

  boolean hasTheDefaultOf(SettingsKey key) {
    return key.value().equals(inOurWords);
  }

  boolean isMeantBy(SimpleJwtNote note) {
    return note.name().equals(name());
  }
}
