package dev.signet.audit;

/**
 * What any CDI bean may observe, once it is committed: with {@code @ObservesAsync} beside the
 * request, which suits work in the database, or with {@code @Observes} before its answer. Observers
 * cannot veto. One that fails is logged and changes nothing but that the {@code @Observes} after it
 * are not told (CDI 4.0 §10.5.2).
 */
public sealed interface SecurityEvent permits LoginSucceeded, LoginFailed, RefreshTokenReused {}
