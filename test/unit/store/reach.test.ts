/** A database that is away is told apart from every other fault, and a dropped connection gets one more try. */
import { MongoNetworkError, MongoNetworkTimeoutError, MongoServerError } from 'mongodb';
import { reach } from '../../../services/store/mongo/reach';
import { StoreDown } from '../../../services/store/ports';

const broken = (code: string) => Object.assign(new Error(`write ${code}`), { code });

describe('reaching the database', () => {
  it.each([
    ['a dropped connection', new MongoNetworkError('gone')],
    ['a broken socket', broken('EPIPE')],
    ['a server shutting down', new MongoServerError({ message: 'shutting down', code: 11600 })],
  ])('tries once more after %s', async (_, fault) => {
    const work = jest.fn<Promise<string>, []>().mockRejectedValueOnce(fault).mockResolvedValue('done');
    expect(await reach(work)).toBe('done');
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is StoreDown when the second try fails too', async () => {
    const work = jest.fn<Promise<string>, []>().mockRejectedValue(broken('ECONNRESET'));
    await expect(reach(work)).rejects.toThrow(StoreDown);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('does not wait twice for a database that does not answer', async () => {
    const work = jest.fn<Promise<string>, []>().mockRejectedValue(new MongoNetworkTimeoutError('slow'));
    await expect(reach(work)).rejects.toThrow(StoreDown);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('leaves every other fault as it is', async () => {
    const fault = new MongoServerError({ message: 'refused', code: 121 });
    const work = jest.fn<Promise<string>, []>().mockRejectedValue(fault);
    await expect(reach(work)).rejects.toBe(fault);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
