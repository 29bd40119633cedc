/** The conversations in memory keep the promises of every store. */
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { keepsItsPromises } from '../../contracts/store/conversationStore';

describe('conversations in memory', () => {
  keepsItsPromises((now) => {
    const store = createMemoryConversations({ now });
    return { store, reopened: () => store };
  });
});
