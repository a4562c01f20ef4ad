"""How Spanish is read."""

from narrate.script.rules.counting import numbers, shortened, signs
from narrate.script.rules.rule import Rule
from narrate.script.rules.table import table

WORDS = table(
    """
    Sr = señor; Sra = señora; Srta = señorita; Sres = señores; Dr = doctor; Dra = doctora; D = don
    Dña = doña; Ud | Vd = usted; Uds | Vds = ustedes; etc = etcétera; p. ej = por ejemplo; núm = número
    pág = página; págs = páginas; cap = capítulo; vol = volumen; Sto = Santo; Sta = Santa; Avda = avenida
    Prof = profesor
    """
)


def rules(_region: str) -> tuple[Rule, ...]:
    """Give the rules, which are the same in every region.

    >>> [found.spoken for rule in rules("MX") for found in rule("El Sr. Paz vio 21 casas.")]
    ['señor', 'veintiuno']
    """
    return (
        shortened(WORDS),
        numbers("es", ",", apart=".", says="coma"),
        signs({"%": "por ciento", "€": "euros", "&": "y"}),
    )
