/** The safety page with JavaScript on: only the way out. */
import { readyToLeave } from '../leave';

readyToLeave(() => '');
