// The words that stand for seven bits each of a key or a certificate: word n means the same in every language.

const text = `
apple arm autumn ball banana basket beach bear bed bee bell bird blue boat book boot bottle bread
bridge brush bucket bus butter button cake camel candle carpet carrot cat chair cheese cherry clock
cloud coffee coin comb corn cotton cow cup curtain desert dog dolphin donkey door dream drum eagle
ear earth egg elephant family feather field finger fire fish flag flower foot forest fork fox friend
frog garden glass glove goat gold grape grass green guitar hammer hand hat heart honey horse house
ice island key kitchen knee ladder lake lamp leaf lemon letter lion market milk mirror monkey moon
morning mountain mouse music needle nest night nose ocean onion orange oven paper pear pencil pepper
piano pillow plate rabbit rain red ring river rose salt
`;
export const words: readonly string[] = text.trim().split(/\s+/);
