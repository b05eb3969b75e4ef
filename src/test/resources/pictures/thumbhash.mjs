// Prints the hashes that ThumbHashTest expects, from the npm package thumbhash 0.1.1.
import { rgbaToThumbHash } from 'thumbhash';

function hash(width, height, pixel) {
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rgba.set(pixel(x, y), 4 * (y * width + x));
    }
  }
  return Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64');
}

console.log('landscape', hash(96, 64, (x, y) => [2 * x, 3 * y, 255 - x - y, 255]));
console.log('portrait', hash(40, 100, (x, y) => [255 - 2 * y, (x * y) % 256, 5 * x, 255]));
console.log('transparent', hash(64, 64, (x, y) => [4 * x, 90, 4 * y, (x + y) * 2]));
console.log('gray', hash(30, 30, () => [90, 90, 90, 255]));
