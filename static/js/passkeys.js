// Says in words what became of a passkey that did not come, where the library only logs it.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const said = document.createElement("p");
  said.className = "notice error";
  said.setAttribute("role", "alert");
  said.textContent = window.PublicKeyCredential
    ? "No passkey came. Try again, or sign in another way."
    : "This browser knows no passkeys.";
  document.querySelectorAll("main .notice[role=alert]").forEach((one) => one.remove());
  document.querySelector("main h1").after(said);
});
