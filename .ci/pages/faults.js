// Looks through the page that is open; returns what is wrong with it, a sentence each.
return (async () => {
const TOLD = 5;
const faults = [];

const page = document.documentElement;
if (page.scrollWidth > page.clientWidth) {
  faults.push(`${page.scrollWidth} pixels wide in a window of ${page.clientWidth}`);
}
for (const image of document.images) {
  if (!image.complete || image.naturalWidth === 0) faults.push(`no picture: ${image.alt}`);
}

// A picture in an <img> shows its letters to nobody: the same picture, drawn into the page.
for (const image of [...document.images]) {
  const [head, data] = image.src.split(',');
  if (head !== 'data:image/svg+xml;base64') continue;
  const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
  const svg = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml').documentElement;
  image.replaceWith(document.importNode(svg, true));
}
// Pictures of pixels, in the page or in a drawing, as what can be asked for a pixel's colour.
const pixels = new Map();
for (const image of document.querySelectorAll('img, image')) {
  await image.decode().catch(() => {});
  const {width, height} = image.getBoundingClientRect();
  if (!width || !height || image.naturalWidth === 0) continue;
  const copy = new OffscreenCanvas(Math.ceil(width), Math.ceil(height)).getContext('2d', {willReadFrequently: true});
  copy.drawImage(image, 0, 0, copy.canvas.width, copy.canvas.height);
  pixels.set(image, copy);
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
// Any colour of CSS as [red, green, blue, share that covers].
function colour(text) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
function over([red, green, blue, alpha], under) {
  return [red, green, blue].map((top, i) => top * alpha + under[i] * (1 - alpha));
}
// WCAG 2.1, relative luminance and contrast ratio.
function luminance(rgb) {
  const [red, green, blue] = rgb.map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const isDrawing = element => element instanceof SVGElement && element.tagName !== 'svg';
function paint(element, x, y) {
  const copy = pixels.get(element);
  if (copy) {
    const {left, top} = element.getBoundingClientRect();
    const [red, green, blue, alpha] = copy.getImageData(Math.floor(x - left), Math.floor(y - top), 1, 1).data;
    return [red, green, blue, alpha / 255];
  }
  const style = getComputedStyle(element);
  if (!isDrawing(element)) return colour(style.backgroundColor);
  if (style.fill === 'none' || /^(text|tspan|g)$/.test(element.tagName)) return [0, 0, 0, 0];
  const fill = colour(style.fill);
  return [...fill.slice(0, 3), fill[3] * style.fillOpacity * style.opacity];
}
// What is drawn at a point beneath an element, from the bottom up, on white paper.
function beneath(x, y, element) {
  const stack = document.elementsFromPoint(x, y);
  const at = stack.indexOf(element);
  return stack.slice(at < 0 ? 0 : at + (isDrawing(element) ? 1 : 0)).reverse().reduce((under, e) => over(paint(e, x, y), under), [255, 255, 255]);
}

const dim = new Map();
for (const element of document.querySelectorAll('body *, svg text')) {
  const words = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join(' ').trim();
  const style = getComputedStyle(element);
  if (!words || style.visibility === 'hidden' || /^(style|script|title|desc)$/i.test(element.tagName)) continue;
  element.scrollIntoView({block: 'center', inline: 'center'});
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  const under = beneath(box.left + box.width / 2, box.top + box.height / 2, element);
  const [red, green, blue, alpha] = colour(isDrawing(element) ? style.fill : style.color);
  const opacity = alpha * style.opacity * (isDrawing(element) ? style.fillOpacity : 1);
  const ratio = contrast(over([red, green, blue, opacity], under), under);
  if (ratio < 3) dim.set(`"${words.slice(0, 40)}" has a contrast of ${ratio.toFixed(2)}, below 3`, ratio);
}
const sentences = [...dim.keys()];
faults.push(...sentences.slice(0, TOLD));
if (sentences.length > TOLD) faults.push(`and ${sentences.length - TOLD} more texts below 3`);
return faults;
})();
