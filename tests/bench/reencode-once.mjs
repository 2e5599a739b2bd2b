import sharp from 'sharp';

/** Decodes a photograph and writes it as an A4 page of 200 points an inch: the least any scan has to do. */
sharp.cache(false);
sharp.concurrency(1);
await sharp(process.argv[2]).rotate().resize({ width: 1654, height: 2339, fit: 'inside' }).jpeg({ quality: 82 }).toFile('plain.jpg');
