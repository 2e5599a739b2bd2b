/** A stream of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = (film: Buffer, random: () => number) => Buffer;

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

/** The index is small and steers everything: most damage is aimed at it. */
function somewhere(film: Buffer, random: () => number): number {
  const moov = film.indexOf('moov');
  const isAimed = moov >= 0 && random() < 0.7;
  return isAimed ? moov - 4 + below(random, Math.min(4096, film.length - moov)) : below(random, film.length);
}

const EXTREMES = [0, 1, 7, 8, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffff8];

const MUTATIONS: Mutation[] = [
  (film, random) => film.subarray(0, below(random, film.length)),
  (film, random) => {
    for (let count = 1 + below(random, 40); count > 0; count -= 1) film.writeUInt8(below(random, 256), somewhere(film, random));
    return film;
  },
  (film, random) => {
    const at = Math.min(somewhere(film, random), film.length - 4);
    film.writeUInt32BE(EXTREMES[below(random, EXTREMES.length)] ?? 0, at);
    return film;
  },
  (film, random) => {
    const from = somewhere(film, random);
    return Buffer.concat([film.subarray(0, from), film.subarray(from + below(random, 2000))]);
  },
  (film, random) => {
    const from = somewhere(film, random);
    const piece = film.subarray(from, from + below(random, 5000));
    const to = below(random, film.length);
    return Buffer.concat([film.subarray(0, to), piece, film.subarray(to)]);
  },
  (film, random) => {
    const from = somewhere(film, random);
    return film.fill(random() < 0.5 ? 0 : 0xff, from, Math.min(film.length, from + below(random, 3000)));
  },
];

/** A film spoiled in one of several ways; the same seed spoils it the same way. */
export function mutated(film: Buffer, seed: number): Buffer {
  const random = seeded(seed);
  const mutation = MUTATIONS[seed % MUTATIONS.length];
  return mutation ? mutation(Buffer.from(film), random) : film;
}
