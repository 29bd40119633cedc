/** "More below": while the answers are under the edge of the screen, the foot says so and leads to them. */
import { need } from './dom';

export function sayMoreBelow(): void {
  const more = need('more');
  const answers = need('answers');
  const choices = need('choices');
  const dock = document.querySelector('.dock');
  if (dock === null) return;
  const look = () => {
    const end = choices.getBoundingClientRect().bottom;
    more.hidden = choices.childElementCount === 0 || end <= dock.getBoundingClientRect().top + 1;
  };
  more.addEventListener('click', (event) => {
    // no new entry to go back to: going back leads out of here
    event.preventDefault();
    answers.scrollIntoView({ block: 'end' });
    answers.focus({ preventScroll: true });
  });
  window.addEventListener('scroll', look, { passive: true });
  window.addEventListener('resize', look);
  const sizes = new ResizeObserver(look);
  for (const part of [need('log'), answers, dock]) sizes.observe(part);
  look();
}
