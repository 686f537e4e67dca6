/**
 * The map. Packages stand in three levels and know only what is below them; flows meet by URL,
 * never by class.
 *
 * <pre>
 * flows   signup · login · email · password · simplejwt · profile                 own URLs
 *         authorize · grant · oidc · admin · asset · health
 *         guard                                                                   no URL, before all
 * things  logout → idtoken;  idtoken · authorization · delivery → token           rows and rules
 *         authorization → consent;  idtoken · token → subject
 *         token · lifecycle · consent → claim · session · link → account
 *         token · consent → client → assertion
 *         account → audit → event → revocation;  key → audit;  provisioning → account
 *         hashing · throttle · mail · strength
 * ground  page → cookie · brand;  oauth → input;  cookie · input → origin         words
 *         origin → problem · address;  database · tabular → platform
 * </pre>
 *
 * <p>A request goes one way: HTTP → record → authenticate → decide (entity) → write (plural) →
 * record → HTTP. HTTP types stop at the flow, entities at the thing.
 *
 * <p>The container checks bearer tokens with its own MicroProfile JWT. Its keys come from {@code
 * key.ContainerKeys}, a ConfigSource that runs before CDI and the pool do, and so migrates the
 * database on its first touch. {@code guard.BearerMechanism} stands before the container's check:
 * every token is first read by {@code token.TokenReader}, so that both servers give one verdict,
 * and the reason is known.
 */
@NullMarked
package dev.signet;

import org.jspecify.annotations.NullMarked;
