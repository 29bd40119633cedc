/** The safety page with JavaScript on: only the way out. */
import { leave, readyToLeave } from '../leave';

readyToLeave(() => leave(''));
