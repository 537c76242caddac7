// Runs before the page's own refresh, which would lose the passage that the old address names.
const today = document.querySelector<HTMLAnchorElement>('#today');
if (today && location.hash !== '') location.replace(today.href + location.hash);
