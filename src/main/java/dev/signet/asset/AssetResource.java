package dev.signet.asset;

import dev.signet.brand.Asset;
import dev.signet.brand.Assets;
import dev.signet.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/**
 * The files that pages load. One that is asked for with its hash never changes; one without may at
 * the next start, so a browser asks each time whether it has.
 */
@Path("assets")
@ApplicationScoped
@PermitAll
public class AssetResource {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  /** A picture that somebody opens by itself is a document, and could have scripts. */
  private static final String NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'";

  @Inject Assets assets;

  @GET
  @Path("{name}")
  public Response asset(@PathParam("name") String name, @Context Request request) {
    return assets
        .findHashed(name)
        .map(asset -> answer(asset, FOR_EVER, request))
        .or(() -> assets.find(name).map(asset -> answer(asset, ASK_AGAIN, request)))
        .orElseThrow(Problem.NOT_FOUND::refusal);
  }

  private static Response answer(Asset asset, String caching, Request request) {
    EntityTag tag = new EntityTag(asset.hash());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(asset.content(), asset.type()) : unchanged;
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .header("Content-Security-Policy", NO_SCRIPTS)
        .build();
  }
}
