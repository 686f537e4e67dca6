package dev.signet.guard;

import dev.signet.cookie.Forgeries;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Takes the form of a page that is for everybody from our own pages only (login CSRF). */
final class FormFilter implements ContainerRequestFilter {

  private final Forgeries forgeries;

  FormFilter(Forgeries forgeries) {
    this.forgeries = forgeries;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    forgeries.refuseForeign();
  }
}
