/** Bot Framework Storage on MongoDB, with eTags and with writes that wait for a majority and for the journal. */
const { randomUUID } = require('node:crypto');
const { MongoClient } = require('mongodb');

class MongoStorage {
  static async open(uri, database) {
    const client = await MongoClient.connect(uri);
    const storage = new MongoStorage();
    storage.items = client.db(database).collection('state', { writeConcern: { w: 'majority', journal: true } });
    return storage;
  }

  async read(keys) {
    const found = await this.items.find({ _id: { $in: keys } }).toArray();
    return Object.fromEntries(found.map((one) => [one._id, { ...one.state, eTag: one.eTag }]));
  }

  async write(changes) {
    await Promise.all(Object.entries(changes).map(([key, { eTag, ...state }]) => this.writeOne(key, eTag, state)));
  }

  async writeOne(key, eTag, state) {
    const set = { $set: { state, eTag: randomUUID(), updatedAt: new Date() } };
    if (eTag === undefined || eTag === '*') {
      await this.items.updateOne({ _id: key }, set, { upsert: true });
      return;
    }
    const done = await this.items.updateOne({ _id: key, eTag }, set);
    if (done.matchedCount === 0) throw new Error(`Storage: error writing "${key}" due to eTag conflict.`);
  }

  async delete(keys) {
    await this.items.deleteMany({ _id: { $in: keys } });
  }
}

module.exports = { MongoStorage };
