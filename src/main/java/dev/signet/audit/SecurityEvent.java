package dev.signet.audit;

/**
 * What any CDI bean may observe, with {@code @Observes} before the answer is sent or with
 * {@code @ObservesAsync} beside it. Observers cannot veto: one that fails is logged and changes
 * nothing.
 */
public sealed interface SecurityEvent permits LoginSucceeded, LoginFailed, RefreshTokenReused {}
