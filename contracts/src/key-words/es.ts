// The words that stand for seven bits each of a key or a certificate: word n means the same in every language.

const text = `
manzana brazo otoño pelota plátano cesta playa oso cama abeja campana pájaro azul barco libro bota
botella pan puente cepillo cubo autobús mantequilla botón pastel camello vela alfombra zanahoria
gato silla queso cereza reloj nube café moneda peine maíz algodón vaca taza cortina desierto perro
delfín burro puerta sueño tambor águila oreja tierra huevo elefante familia pluma campo dedo fuego
pez bandera flor pie bosque tenedor zorro amigo rana jardín vidrio guante cabra oro uva hierba verde
guitarra martillo mano sombrero corazón miel caballo casa hielo isla llave cocina rodilla escalera
lago lámpara hoja limón carta león mercado leche espejo mono luna mañana montaña ratón música aguja
nido noche nariz océano cebolla naranja horno papel pera lápiz pimienta piano almohada plato conejo
lluvia rojo anillo río rosa sal
`;
export const words: readonly string[] = text.trim().split(/\s+/);
