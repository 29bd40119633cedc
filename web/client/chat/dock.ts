/** The foot of the page, with the way out and the box, stays in view above a keyboard, and nothing hides behind it. */

export function keepDockInView(): void {
  const dock = document.querySelector<HTMLElement>('.dock');
  const view = window.visualViewport;
  const style = document.documentElement.style;
  if (dock === null) return;
  let height = dock.offsetHeight;
  /** The ways to answer that could be seen above it can still be seen when it has grown. */
  const makeRoom = () => {
    const grown = dock.offsetHeight - height;
    height = dock.offsetHeight;
    const answers = document.querySelector('form:not([data-fresh]) .answers');
    const end = answers?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
    if (grown > 0 && end <= dock.getBoundingClientRect().top + grown + 1) window.scrollBy(0, grown);
  };
  const measure = () => {
    style.setProperty('--dock', `${dock.offsetHeight}px`);
    makeRoom();
    // some phones lay the keyboard over the page instead of making it shorter
    const under = view === null || view.scale !== 1 ? 0 : window.innerHeight - view.height - view.offsetTop;
    style.setProperty('--under', `${Math.max(0, Math.round(under))}px`);
  };
  measure();
  new ResizeObserver(measure).observe(dock);
  view?.addEventListener('resize', measure);
  view?.addEventListener('scroll', measure);
}
