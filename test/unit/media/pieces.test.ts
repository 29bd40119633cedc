/** Any bytes come back from their pieces as they went in. */
import fc from 'fast-check';
import { createPieces, PIECE_BYTES } from '../../../services/media/pieces';
import { type MediaPart, mediaParts } from '../../../services/store/collections/media';
import { createMemoryRecords } from '../../../services/store/memory/records';

const sizes = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.constantFrom(PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES, 2 * PIECE_BYTES + 7),
);

it('comes back as it went in, in pieces that are small enough', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), sizes, async (pattern, size) => {
      const parts = createMemoryRecords<MediaPart>(mediaParts);
      const pieces = createPieces(parts);
      const one = { mediaId: 'm', attempt: 1 };
      const bytes = Buffer.alloc(size, pattern);
      await pieces.write(one, bytes, 1_000);
      expect((await pieces.read(one, size))?.equals(bytes)).toBe(true);
      const written = await parts.find({}, 100);
      expect(written).toHaveLength(Math.ceil(size / PIECE_BYTES));
      expect(await pieces.read(one, size + 1)).toBeNull();
      await pieces.clear('m', 1, 10);
      expect(await parts.find({}, 100)).toEqual([]);
      expect(await pieces.read(one, size)).toBeNull();
    }),
    { numRuns: 40 },
  );
});
