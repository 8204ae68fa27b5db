grammar Expression;

program : statement+ EOF ;

statement
    : NAME '=' expression ';'          # assign
    | 'print' expression ';'           # print
    | 'while' expression block         # loop
    | 'if' expression block ('else' block)? # choice
    ;

block : '{' statement* '}' ;

expression
    : <assoc=right> expression '^' expression       # power
    | '-' expression                                # negate
    | expression operator=('*' | '/' | '%') expression # multiply
    | expression operator=('+' | '-') expression    # add
    | expression operator=('<' | '>' | '==') expression # compare
    | NAME '(' (expression (',' expression)*)? ')'  # call
    | '(' expression ')'                            # group
    | NUMBER                                        # number
    | NAME                                          # variable
    ;

NUMBER : [0-9]+ ('.' [0-9]+)? ;
NAME : [\p{L}_] [\p{L}\p{N}_]* ;
COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
SPACE : [ \t\r\n]+ -> skip ;
