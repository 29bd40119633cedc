/** The check-in somebody agreed to has come. */
import { reminder } from './reminder';

export const checkIn = reminder('checkIn', () => ({ name: 'checkInDue' }));
