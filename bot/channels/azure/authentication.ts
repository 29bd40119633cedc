/** Bot Framework's own checks of who is calling, keeping the clients for the way back instead of making new ones every turn. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { LRUCache } from 'lru-cache';

type Checked = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Factory = NonNullable<Checked['connectorFactory']>;
type Connector = Awaited<ReturnType<Factory['create']>>;
type TokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;
type Inbound = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

/** Channels a bot is ever reached from at once are few; each client holds its token. */
const MOST = 100;

/** The app a caller is known by, '' for callers that are not checked. */
function appOf(identity: Checked['claimsIdentity']): string {
  return ['aud', 'appid', 'azp'].map((claim) => identity?.getClaimValue(claim) ?? '').join('/');
}

/** As ConfigurationBotFrameworkAuthentication; every request is still authenticated afresh. */
export class KeepingAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new LRUCache<string, Connector>({ max: MOST });
  private readonly tokenClients = new LRUCache<string, TokenClient>({ max: MOST });

  override async authenticateRequest(activity: Inbound, authHeader: string): Promise<Checked> {
    const checked = await super.authenticateRequest(activity, authHeader);
    const made = checked.connectorFactory;
    return made ? { ...checked, connectorFactory: this.keeping(made, appOf(checked.claimsIdentity)) } : checked;
  }

  override async createUserTokenClient(identity: Checked['claimsIdentity']): Promise<TokenClient> {
    const app = appOf(identity);
    const known = this.tokenClients.get(app);
    if (known) return known;
    const client = await super.createUserTokenClient(identity);
    this.tokenClients.set(app, client);
    return client;
  }

  private keeping(made: Factory, app: string): Factory {
    return {
      create: async (serviceUrl, audience) => {
        const key = `${app}|${audience ?? ''}|${serviceUrl}`;
        const known = this.connectors.get(key);
        if (known) return known;
        const client = await made.create(serviceUrl, audience);
        this.connectors.set(key, client);
        return client;
      },
    };
  }
}
