/** The records in memory keep the promises of every record store. */
import { createMemoryRecords } from '../../../services/store/memory/records';
import { keepsRecords, type Note, notes } from '../../contracts/store/recordStore';

describe('records in memory', () => {
  const store = createMemoryRecords<Note>(notes);
  keepsRecords(() => store);
});
