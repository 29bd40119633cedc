/**
 * A bot as the Bot Framework samples build one (CloudAdapter, restify, a waterfall of text prompts), to measure against.
 *
 *   node index.js --port 3979 [--storage mongo --uri mongodb://... --database stock]
 */
const { parseArgs } = require('node:util');
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, UserState } = require('botbuilder');
const { MemoryStorage } = require('botbuilder');
const restify = require('restify');
const { DialogBot } = require('./dialogBot');
const { MongoStorage } = require('./mongoStorage');
const { NineQuestions } = require('./nineQuestions');

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    storage: { type: 'string', default: 'memory' },
    uri: { type: 'string' },
    database: { type: 'string', default: 'stock' },
  },
});

async function start() {
  const storage =
    values.storage === 'mongo' ? await MongoStorage.open(values.uri, values.database) : new MemoryStorage();
  const conversationState = new ConversationState(storage);
  const userState = new UserState(storage);
  const bot = new DialogBot(conversationState, userState, new NineQuestions(userState));

  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  adapter.onTurnError = async (context, error) => {
    console.error(error);
    await context.sendActivity('The bot met an error.');
  };

  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (req, res) => {
    await adapter.process(req, res, (context) => bot.run(context));
  });
  server.get('/health/ready', async (_req, res) => res.send(200, { ready: true }));
  server.listen(Number(values.port), '127.0.0.1');
}

start().catch((error) => {
  console.error(error);
  process.exit(1);
});
