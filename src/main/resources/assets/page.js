// Lets who types a password see it. The button is made here, so that there is none where no script runs.
for (const input of document.querySelectorAll("input[data-show-password]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show";
  button.textContent = input.dataset.show;
  button.setAttribute("aria-label", input.dataset.showPassword);
  button.setAttribute("aria-controls", input.id);

  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  show(false);
  button.addEventListener("click", () => show(input.type === "password"));
  // What is sent as text, the browser would offer again as text.
  input.form?.addEventListener("submit", () => show(false));
  input.after(button);
}
